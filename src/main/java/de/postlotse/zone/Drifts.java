package de.postlotse.zone;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** What staff decide where somebody else changed MX sets at the name server. */
@Service
public class Drifts {

    private final Zones zones;
    private final ZoneWriter writer;

    Drifts(Zones zones, ZoneWriter writer) {
        this.zones = zones;
        this.writer = writer;
    }

    /**
     * The store's sets count: they are published in the place of the others.
     *
     * @param revision what the caller has seen of the zone
     * @throws StaleVersionException where the zone or its name server has changed since
     */
    public ZoneSnapshot keepOurs(Caller caller, DomainName zone, String revision) {
        return writer.keepOurs(seen(caller, zone, revision), Edit.once(ChangeKind.DRIFT_REPLACED, caller));
    }

    /** The name server's sets count: they are taken into the store as they are. */
    public ZoneSnapshot adoptTheirs(Caller caller, DomainName zone, String revision) {
        return writer.adoptTheirs(seen(caller, zone, revision), Edit.once(ChangeKind.DRIFT_ADOPTED, caller));
    }

    private ZoneSnapshot seen(Caller caller, DomainName name, String revision) {
        if (!caller.isStaff()) {
            throw new AccessDeniedException("for staff");
        }
        ZoneSnapshot zone = zones.require(caller, name);
        if (zone.drift() == null || !zone.revision().equals(revision)) {
            throw new StaleVersionException(zone, revision);
        }
        return zone;
    }
}
