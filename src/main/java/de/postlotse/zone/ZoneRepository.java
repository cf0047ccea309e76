package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ZoneRepository extends Repository<Zone, Long>, JpaSpecificationExecutor<Zone> {

    Zone save(Zone zone);

    Optional<Zone> findById(long id);

    /** For every change: edits, and what publishing reports, of one zone wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select z from Zone z where z.id = :id")
    Optional<Zone> findForUpdate(long id);

    /** In the order of their ids, as all who lock several do. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select z from Zone z where z.id in :ids order by z.id")
    List<Zone> findAllForUpdate(Collection<Long> ids);

    @Query("select z from Zone z left join fetch z.rows where z.id in :ids")
    List<Zone> findWithRecords(Collection<Long> ids);

    @Query("select z.id from Zone z where z.name = :name")
    Optional<Long> idOf(DomainName name);

    void delete(Zone zone);

    List<Zone> findByNameIn(Collection<DomainName> names);

    boolean existsByName(DomainName name);

    @Query("select new de.postlotse.zone.StaleZone(z.id, z.name) from Zone z where z.checkedAt is null")
    List<StaleZone> neverChecked(Limit limit);

    /** Those first that were not looked at for the longest time. */
    @Query("""
            select new de.postlotse.zone.StaleZone(z.id, z.name) from Zone z
            where z.checkedAt < :before order by z.checkedAt""")
    List<StaleZone> checkedBefore(Instant before, Limit limit);

    /** The same of those whose mail is in one state. */
    @Query("""
            select new de.postlotse.zone.StaleZone(z.id, z.name) from Zone z
            where z.attention = :attention and z.checkedAt < :before order by z.checkedAt""")
    List<StaleZone> checkedBefore(int attention, Instant before, Limit limit);

    @Query("select z.version from Zone z where z.id = :id")
    Optional<Long> versionOf(long id);

    @Query("select z.id from Zone z where z.compareAt <= :now order by z.compareAt")
    List<Long> dueToCompare(Instant now, Limit limit);

    @Modifying
    @Query("update Zone z set z.compareAt = :at where z.id in :ids")
    void compareAgain(Collection<Long> ids, Instant at);

    @Query("""
            select new de.postlotse.zone.WaitingCount(z.nameServer, z.publication.state, count(z))
            from Zone z where z.publication.state <> :live
            group by z.nameServer, z.publication.state order by z.nameServer, z.publication.state""")
    List<WaitingCount> countWaiting(PublicationState live);

    @Query("""
            select z from Zone z
            where z.publication.state <> :live and z.id > :after and (:server is null or z.nameServer = :server)
            order by z.id""")
    List<Zone> waiting(PublicationState live, @Nullable String server, long after, Limit limit);
}
