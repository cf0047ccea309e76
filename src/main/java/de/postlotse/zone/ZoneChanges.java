package de.postlotse.zone;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ZoneChanges extends Repository<ZoneChange, Long> {

    ZoneChange save(ZoneChange change);

    boolean existsByZoneIdAndEditId(long zoneId, UUID editId);

    List<ZoneChange> findByZoneIdAndVersionGreaterThanOrderByVersionDesc(long zoneId, long version);

    @Modifying
    @Query("delete from ZoneChange c where c.zoneId = :zoneId")
    void deleteOf(long zoneId);
}
