package de.postlotse.zone;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.store.StoredTime;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes zones out of our care again: everything about them is removed here, and nothing changes at the name server. */
@Service
public class HandBack {

    private final ZoneRepository zones;
    private final ZoneLock lock;
    private final ZoneChanges changes;
    private final JdbcClient store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandBack(
            ZoneRepository zones,
            ZoneLock lock,
            ZoneChanges changes,
            JdbcClient store,
            ApplicationEventPublisher events,
            Clock clock) {
        this.zones = zones;
        this.lock = lock;
        this.changes = changes;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Removes a zone with its sets, its history and what waits to be published.
     *
     * @param revision what the caller has seen of the zone; null where any will do
     * @throws NoSuchZoneException where there is no such zone
     * @throws StaleVersionException where the zone has changed since it was seen
     */
    @Transactional(noRollbackFor = StaleVersionException.class) // see ZoneWriter
    public void handBack(Caller caller, DomainName name, @Nullable String revision) {
        caller.requireStaff();
        Zone zone = zones.idOf(name).flatMap(lock::findForUpdate).orElseThrow(() -> new NoSuchZoneException(name));
        ZoneSnapshot now = zone.snapshot();
        if (revision != null && !now.revision().equals(revision)) {
            throw new StaleVersionException(now, revision);
        }
        events.publishEvent(new ZoneHandedBack(zone.id()));
        changes.deleteOf(zone.id());
        zones.delete(zone);
        note(caller, now);
    }

    /** Whether a zone was in our care before and staff handed it back; it may be in our care again. */
    @Transactional(readOnly = true)
    public boolean wasHandedBack(DomainName zone) {
        return store.sql("select count(*) from handed_back_zone where zone = ?")
                        .param(zone.toString())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void note(Caller caller, ZoneSnapshot zone) {
        store.sql("insert into handed_back_zone (zone, customer, handed_back_by, handed_back_at) values (?, ?, ?, ?)")
                .params(zone.name().toString(), zone.customer(), caller.username(), StoredTime.of(clock.instant()))
                .update();
    }
}
