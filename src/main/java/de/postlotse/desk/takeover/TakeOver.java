package de.postlotse.desk.takeover;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Takes zones over as they are: what the name server serves is read into the store first and nothing is published. */
@Service
public record TakeOver(Zones zones, ServedZones served) {

    /**
     * Takes a zone over from the name server that serves it.
     *
     * @param nameServer the only one to ask; null where the zone is to be found
     * @throws NameServerException where it does not serve the zone, or the zone cannot be read
     */
    public Outcome takeOver(Caller caller, DomainName zone, String customer, @Nullable String nameServer) {
        return switch (served.ask(zone, nameServer)) {
            case ServedZones.Answer.Served found -> storeUnlessAnotherIsFaster(caller, zone, customer, found);
            case ServedZones.Answer.NotServed not -> throw not.cause();
        };
    }

    private Outcome storeUnlessAnotherIsFaster(
            Caller caller, DomainName zone, String customer, ServedZones.Answer.Served found) {
        try {
            return store(caller, zone, customer, found);
        } catch (DataIntegrityViolationException takenMeanwhile) {
            return new Outcome.AlreadyManaged(zone);
        }
    }

    /** Puts a zone that was read before into the store, in the caller's transaction where there is one. */
    public Outcome store(Caller caller, DomainName zone, String customer, ServedZones.Answer.Served found) {
        Optional<ZoneSnapshot> taken = zones.takeOver(
                caller,
                zone,
                customer,
                found.nameServer(),
                found.zone().mxSets(),
                found.zone().serial());
        return taken.<Outcome>map(Outcome.Taken::new).orElseGet(() -> new Outcome.AlreadyManaged(zone));
    }

    /** What became of a take-over. */
    public sealed interface Outcome {

        record Taken(ZoneSnapshot zone) implements Outcome {}

        record AlreadyManaged(DomainName zone) implements Outcome {}
    }
}
