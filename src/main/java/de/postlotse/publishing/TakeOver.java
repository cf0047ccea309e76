package de.postlotse.publishing;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes zones over as they are: what the name server serves is read into the store first and nothing is published. */
@Service
public class TakeOver {

    private final Zones zones;
    private final NameServers nameServers;

    TakeOver(Zones zones, NameServers nameServers) {
        this.zones = zones;
        this.nameServers = nameServers;
    }

    /**
     * Takes a zone over from the name server that serves it.
     *
     * @throws NameServerException where no name server of ours serves the zone, or it cannot be read
     */
    public Outcome takeOver(Caller caller, DomainName zone, String customer) {
        NameServer server = nameServers
                .enclosing(zone)
                .filter(serving -> serving.zone().equals(zone))
                .map(NameServers.Serving::server)
                .or(() -> nameServers.all().stream()
                        .filter(candidate -> serves(candidate, zone))
                        .findFirst())
                .orElseThrow(() -> new NameServerException(
                        NameServerException.Reason.ZONE_NOT_SERVED, "no name server of ours serves " + zone));
        ServedZone served = server.read(zone);
        Optional<ZoneSnapshot> taken =
                zones.takeOver(caller, zone, customer, server.id(), served.mxSets(), served.serial());
        return taken.<Outcome>map(Outcome.Taken::new).orElseGet(() -> new Outcome.AlreadyManaged(zone));
    }

    private static boolean serves(NameServer server, DomainName zone) {
        try {
            server.read(zone);
            return true;
        } catch (NameServerException e) {
            if (e.reason() == NameServerException.Reason.ZONE_NOT_SERVED) {
                return false;
            }
            throw e;
        }
    }

    /** What became of a take-over. */
    public sealed interface Outcome {

        record Taken(ZoneSnapshot zone) implements Outcome {}

        record AlreadyManaged(DomainName zone) implements Outcome {}
    }
}
