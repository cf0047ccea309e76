package de.postlotse.zone;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ZoneChanges extends Repository<ZoneChange, Long> {

    ZoneChange save(ZoneChange change);

    List<ZoneChange> findByZoneIdAndVersionLessThanOrderByVersionDesc(long zoneId, long version, Limit limit);

    List<ZoneChange> findByZoneIdAndVersionGreaterThanOrderByVersionDesc(long zoneId, long version);

    boolean existsByEditId(String editId);
}
