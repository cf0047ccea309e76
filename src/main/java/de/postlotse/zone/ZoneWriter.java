package de.postlotse.zone;

import de.postlotse.account.Caller;
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
     * Takes the sets of some owners to a new state, if the zone still is at the version that was checked.
     *
     * @param wanted by owner; nothing where the owner is to lose its set
     * @throws StaleVersionException where somebody else was first
     */
    @Transactional
    ZoneSnapshot write(ZoneSnapshot checked, Map<DomainName, Optional<MxSet>> wanted, ChangeKind kind, Caller caller) {
        Zone zone = zones.findForUpdate(checked.id()).orElseThrow(() -> new NoSuchZoneException(checked.name()));
        if (zone.version() != checked.version()) {
            throw new StaleVersionException(zone.id(), checked.version(), zone.version());
        }
        zone.change(wanted, ownServers).ifPresent(sets -> {
            changes.save(ZoneChange.of(zone, kind, sets, caller, clock.instant()));
            events.publishEvent(new ZoneChanged(zone.id(), zone.name(), zone.version()));
        });
        return zone.snapshot();
    }
}
