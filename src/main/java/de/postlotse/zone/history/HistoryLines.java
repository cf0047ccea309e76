package de.postlotse.zone.history;

import de.postlotse.zone.ZoneChange;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The lines of the history as it is read. */
interface HistoryLines extends Repository<ZoneChange, Long>, JpaSpecificationExecutor<ZoneChange> {

    boolean existsByZoneIdAndVersion(long zoneId, long version);

    Optional<ZoneChange> findByZoneIdAndVersion(long zoneId, long version);

    Optional<ZoneChange> findByZoneIdAndEditId(long zoneId, UUID editId);

    List<ZoneChange> findByZoneIdAndVersionGreaterThanOrderByVersionDesc(long zoneId, long version);

    @Query("select distinct c.actor from ZoneChange c where c.zoneId = :zoneId order by c.actor")
    List<String> actorsOf(long zoneId);
}
