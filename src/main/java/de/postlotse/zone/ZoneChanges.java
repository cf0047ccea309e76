package de.postlotse.zone;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ZoneChanges extends Repository<ZoneChange, Long>, JpaSpecificationExecutor<ZoneChange> {

    ZoneChange save(ZoneChange change);

    boolean existsByZoneIdAndEditId(long zoneId, UUID editId);

    boolean existsByZoneIdAndVersion(long zoneId, long version);

    Optional<ZoneChange> findByZoneIdAndVersion(long zoneId, long version);

    List<ZoneChange> findByZoneIdAndVersionGreaterThanOrderByVersionDesc(long zoneId, long version);

    @Query("select distinct c.actor from ZoneChange c where c.zoneId = :zoneId order by c.actor")
    List<String> actorsOf(long zoneId);

    @Modifying
    @Query("delete from ZoneChange c where c.zoneId = :zoneId")
    void deleteOf(long zoneId);
}
