package de.postlotse.zone.list;

import de.postlotse.zone.PublicationState;
import de.postlotse.zone.Zone;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Zones as the lists ask for them. */
interface ListedZones extends Repository<Zone, Long>, JpaSpecificationExecutor<Zone> {

    @Query("""
            select new de.postlotse.zone.list.WaitingCount(z.nameServer, z.publication.state, count(z))
            from Zone z where z.publication.state <> :live
            group by z.nameServer, z.publication.state order by z.nameServer, z.publication.state""")
    List<WaitingCount> countWaiting(PublicationState live);

    @Query("""
            select new de.postlotse.zone.list.HealthCount(z.health.place, count(z))
            from Zone z where z.customer = :customer group by z.health.place""")
    List<HealthCount> countHealths(String customer);

    @Query("""
            select z from Zone z
            where z.publication.state <> :live and z.id > :after and (:server is null or z.nameServer = :server)
            order by z.id""")
    List<Zone> waiting(PublicationState live, @Nullable String server, long after, Limit limit);
}
