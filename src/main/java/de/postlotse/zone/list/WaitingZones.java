package de.postlotse.zone.list;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.Publication;
import de.postlotse.zone.PublicationState;
import de.postlotse.zone.Zone;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is not live everywhere, across all customers; for staff. */
@Service
@Transactional(readOnly = true)
public class WaitingZones {

    /** Lines of a page. */
    public static final int PAGE = 100;

    private final ListedZones zones;

    WaitingZones(ListedZones zones) {
        this.zones = zones;
    }

    /** Counted by name server and state. */
    public List<WaitingCount> counts(Caller caller) {
        caller.requireStaff();
        return zones.countWaiting(PublicationState.LIVE);
    }

    /**
     * A page of them in the order of their ids.
     *
     * @param nameServer only zones that live there; null for all
     * @param afterId the last line of the page before
     */
    public List<WaitingZone> list(Caller caller, @Nullable String nameServer, long afterId) {
        caller.requireStaff();
        return zones.waiting(PublicationState.LIVE, nameServer, afterId, Limit.of(PAGE)).stream()
                .map(WaitingZone::of)
                .toList();
    }

    /** A zone whose name servers do not all answer with what the store wants, as a line of a list. */
    public record WaitingZone(long id, DomainName name, String customer, String nameServer, Publication publication) {

        static WaitingZone of(Zone zone) {
            return new WaitingZone(zone.id(), zone.name(), zone.customer(), zone.nameServer(), zone.publication());
        }
    }
}
