package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface ZoneRepository extends Repository<Zone, Long>, JpaSpecificationExecutor<Zone> {

    Zone save(Zone zone);

    Optional<Zone> findById(long id);

    @Query("select z from Zone z left join fetch z.rows where z.name = :name")
    Optional<Zone> findWithRecords(DomainName name);

    @Query("select z from Zone z left join fetch z.rows where z.id in :ids")
    List<Zone> findWithRecords(Collection<Long> ids);

    @Query("select z.id from Zone z where z.name = :name")
    Optional<Long> idOf(DomainName name);

    void delete(Zone zone);

    boolean existsByName(DomainName name);

    @Query("select z.version from Zone z where z.id = :id")
    Optional<Long> versionOf(long id);

    @Query("select z.id from Zone z where z.compareAt <= :now order by z.compareAt")
    List<Long> dueToCompare(Instant now, Limit limit);

    @Modifying
    @Query("update Zone z set z.compareAt = :at where z.id in :ids")
    void compareAgain(Collection<Long> ids, Instant at);

    @Modifying
    @Query("update Zone z set z.compareAt = :at where z.nameServer = :nameServer")
    int compareAllOf(String nameServer, Instant at);

    @Query("select coalesce(max(z.id), 0) from Zone z")
    long lastId();

    @Transactional
    @Modifying
    @Query("update Zone z set z.compareAt = :at where z.id > :after and z.id <= :last")
    int compareAllBetween(long after, long last, Instant at);
}
