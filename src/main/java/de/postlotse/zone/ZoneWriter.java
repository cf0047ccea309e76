package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.store.RetriedWhileStoreIsAway;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one transaction of an edit: new sets, a line of history and the order to publish, or nothing of it. One that finds
 * a stale version has written nothing and is committed: when H2 (2.4) rolls a transaction back that has locked a row, it
 * can take along what another one is committing to that row at the same moment.
 */
@Component
public class ZoneWriter {

    private final ZoneLock zones;
    private final ZoneChanges changes;
    private final OwnMailServers ownServers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ZoneWriter(
            ZoneLock zones,
            ZoneChanges changes,
            OwnMailServers ownServers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.zones = zones;
        this.changes = changes;
        this.ownServers = ownServers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes the sets of some owners to a new state, if the zone still is as it was when that was checked. What somebody
     * else put at the name server meanwhile, and the editor has seen, is replaced by it.
     *
     * @param edit the same for each attempt: one whose commit went unanswered is found in the history by the next
     * @param wanted by owner; nothing where the owner is to lose its set
     * @throws StaleVersionException where somebody else was first
     */
    @RetriedWhileStoreIsAway
    @Transactional(noRollbackFor = StaleVersionException.class)
    public ZoneSnapshot write(ZoneSnapshot checked, Map<DomainName, Optional<MxSet>> wanted, Edit edit) {
        Zone zone = lock(checked);
        if (isDone(edit, zone, checked)) {
            return zone.snapshot();
        }
        Optional<ChangedSets> changed = zone.change(wanted, ownServers, clock.instant());
        if (changed.isPresent()) {
            record(zone, edit.kind(), changed.get(), edit);
            order(zone);
        } else if (checked.drift() != null) {
            record(zone, ChangeKind.DRIFT_REPLACED, zone.keepOurs(clock.instant()), edit);
            order(zone);
        }
        return zone.snapshot();
    }

    /** Takes what somebody else put at the name server into the store; nothing is published by that. */
    @RetriedWhileStoreIsAway
    @Transactional(noRollbackFor = StaleVersionException.class)
    public ZoneSnapshot adoptTheirs(ZoneSnapshot seen, Edit edit) {
        Zone zone = lock(seen);
        if (isDone(edit, zone, seen)) {
            return zone.snapshot();
        }
        record(zone, ChangeKind.DRIFT_ADOPTED, zone.adoptTheirs(ownServers, clock.instant()), edit);
        return zone.snapshot();
    }

    private Zone lock(ZoneSnapshot seen) {
        return zones.findForUpdate(seen.id()).orElseThrow(() -> new NoSuchZoneException(seen.name()));
    }

    /** Whether an attempt before this one is in the store already; its acknowledgement was lost then. */
    private boolean isDone(Edit edit, Zone zone, ZoneSnapshot seen) {
        ZoneSnapshot now = zone.snapshot();
        if (now.revision().equals(seen.revision())) {
            return false;
        }
        if (changes.existsByZoneIdAndEditId(zone.id(), edit.id())) {
            return true;
        }
        throw new StaleVersionException(now, seen.revision());
    }

    private void record(Zone zone, ChangeKind kind, ChangedSets sets, Edit edit) {
        Instant now = clock.instant();
        changes.save(ZoneChange.of(zone, edit, kind, sets, now));
        events.publishEvent(new ChangeRecorded(
                zone.id(),
                zone.name(),
                zone.customer(),
                zone.version(),
                kind,
                edit.caller().username(),
                edit.caller().isStaff(),
                now));
    }

    private void order(Zone zone) {
        events.publishEvent(new ZoneChanged(zone.id(), zone.name(), zone.nameServer(), zone.version()));
    }
}
