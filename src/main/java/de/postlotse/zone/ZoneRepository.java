package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ZoneRepository extends Repository<Zone, Long>, JpaSpecificationExecutor<Zone> {

    Zone save(Zone zone);

    Optional<Zone> findById(long id);

    /** For every change: edits, and what publishing reports, of one zone wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select z from Zone z where z.id = :id")
    Optional<Zone> findForUpdate(long id);

    List<Zone> findByNameIn(Collection<DomainName> names);

    boolean existsByName(DomainName name);

    @Query("""
            select z.id from Zone z
            where z.checkedAt is null or z.checkedAt < :before
            order by z.checkedAt nulls first""")
    List<Long> leastRecentlyChecked(Instant before, Limit limit);
}
