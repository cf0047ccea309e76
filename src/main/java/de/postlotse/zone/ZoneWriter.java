package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one transaction of an edit: new sets, a line of history and the order to publish, or nothing of it. */
@Component
class ZoneWriter {

    private final ZoneRepository zones;
    private final ZoneChanges changes;
    private final OwnMailServers ownServers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ZoneWriter(
            ZoneRepository zones,
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
     * @param wanted by owner; nothing where the owner is to lose its set
     * @throws StaleVersionException where somebody else was first
     */
    @Transactional
    ZoneSnapshot write(ZoneSnapshot checked, Map<DomainName, Optional<MxSet>> wanted, Edit edit) {
        Zone zone = locked(checked);
        Optional<ChangedSets> changed = zone.change(wanted, ownServers);
        if (changed.isPresent()) {
            record(zone, edit.kind(), changed.get(), edit);
            order(zone);
        } else if (checked.drift() != null) {
            record(zone, ChangeKind.DRIFT_REPLACED, zone.keepOurs(), edit);
            order(zone);
        }
        return zone.snapshot();
    }

    /** Has the store's sets published in the place of what somebody else put at the name server. */
    @Transactional
    ZoneSnapshot keepOurs(ZoneSnapshot seen, Edit edit) {
        Zone zone = locked(seen);
        record(zone, ChangeKind.DRIFT_REPLACED, zone.keepOurs(), edit);
        order(zone);
        return zone.snapshot();
    }

    /** Takes what somebody else put at the name server into the store; nothing is published by that. */
    @Transactional
    ZoneSnapshot adoptTheirs(ZoneSnapshot seen, Edit edit) {
        Zone zone = locked(seen);
        record(zone, ChangeKind.DRIFT_ADOPTED, zone.adoptTheirs(ownServers, clock.instant()), edit);
        return zone.snapshot();
    }

    /** Whether an attempt at the edit is in the store; its acknowledgement may have been lost. */
    @Transactional(readOnly = true)
    boolean has(Edit edit) {
        return changes.existsByEditId(edit.id());
    }

    private Zone locked(ZoneSnapshot seen) {
        Zone zone = zones.findForUpdate(seen.id()).orElseThrow(() -> new NoSuchZoneException(seen.name()));
        ZoneSnapshot now = zone.snapshot();
        if (!now.revision().equals(seen.revision())) {
            throw new StaleVersionException(now, seen.revision());
        }
        return zone;
    }

    private void record(Zone zone, ChangeKind kind, ChangedSets sets, Edit edit) {
        changes.save(
                ZoneChange.of(zone, kind, sets, edit.caller(), clock.instant()).by(edit));
    }

    private void order(Zone zone) {
        events.publishEvent(new ZoneChanged(zone.id(), zone.name(), zone.version()));
    }
}
