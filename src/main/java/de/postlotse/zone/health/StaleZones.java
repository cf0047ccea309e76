package de.postlotse.zone.health;

import de.postlotse.zone.ServersJudged.Servers;
import de.postlotse.zone.Zone;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Zones by when DNS was last asked about them. */
interface StaleZones extends Repository<Zone, Long> {

    /** For every change: edits, and what publishing reports, of one zone wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select z from Zone z where z.id = :id")
    Optional<Zone> findForUpdate(long id);

    @Query("select new de.postlotse.zone.health.StaleZone(z.id, z.name) from Zone z where z.checkedAt is null")
    List<StaleZone> neverChecked(Limit limit);

    /** Those first that were not looked at for the longest time. */
    @Query("""
            select new de.postlotse.zone.health.StaleZone(z.id, z.name) from Zone z
            where z.checkedAt < :before order by z.checkedAt""")
    List<StaleZone> checkedBefore(Instant before, Limit limit);

    /** The same of those of whose servers something was seen. */
    @Query("""
            select new de.postlotse.zone.health.StaleZone(z.id, z.name) from Zone z
            where z.servers in :servers and z.checkedAt < :before order by z.checkedAt""")
    List<StaleZone> checkedBefore(Collection<Servers> servers, Instant before, Limit limit);

    /** The same of those of which DNS did not tell, about their servers or about their delegation. */
    @Query("""
            select new de.postlotse.zone.health.StaleZone(z.id, z.name) from Zone z
            where z.health.place = :unknown and z.health.why = de.postlotse.zone.ZoneHealth$Why.CANNOT_BE_TOLD
                and z.checkedAt < :before order by z.checkedAt""")
    List<StaleZone> untoldBefore(int unknown, Instant before, Limit limit);

    /** Live ones of whose servers nothing was seen yet. */
    @Query("""
            select new de.postlotse.zone.health.StaleZone(z.id, z.name) from Zone z
            where z.servers = de.postlotse.zone.ServersJudged$Servers.NOT_CHECKED
                and z.publication.state = de.postlotse.zone.PublicationState.LIVE order by z.id""")
    List<StaleZone> notChecked(Limit limit);
}
