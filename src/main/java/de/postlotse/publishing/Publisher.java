package de.postlotse.publishing;

import de.postlotse.publishing.Attempt.Contact;
import de.postlotse.publishing.NameServerException.Reason;
import de.postlotse.zone.Publication;
import de.postlotse.zone.PublicationState;
import de.postlotse.zone.ZoneCompared;
import de.postlotse.zone.ZoneNotServed;
import de.postlotse.zone.ZoneServed;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings one zone's wanted state to its name server and proves it at every name server of the zone: always the state of
 * now, never that of an order. What it finds out is written down by its {@link Courier}.
 */
@Component
class Publisher {

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    private static final String NOT_EVERYWHERE = "not-everywhere";

    private final Zones zones;
    private final NameServers nameServers;
    private final PublicationProof proof;
    private final Survey survey;
    private final Patience patience;
    private final PublishingProperties properties;
    private final Clock clock;

    Publisher(
            Zones zones,
            NameServers nameServers,
            PublicationProof proof,
            Survey survey,
            Patience patience,
            PublishingProperties properties,
            Clock clock) {
        this.zones = zones;
        this.nameServers = nameServers;
        this.proof = proof;
        this.survey = survey;
        this.patience = patience;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Writes what the store wants of a zone to its name server, unless that is there already; never exceptionally.
     *
     * @param takenAt {@link System#nanoTime} from before the order was taken and the zone was read
     * @return what became of the attempt where it has ended with this, or else nothing: then it is to be proved
     */
    Optional<Attempt> write(ZoneSnapshot zone, long takenAt) {
        if (zone.publication().state() == PublicationState.DRIFTED) {
            return Optional.of(Attempt.untried(zone, null));
        }
        if (waitsForOthers(zone.publication(), zone.version())) {
            return Optional.empty();
        }
        return guarded(zone, server -> {
            Permission permission = new Permission(zones, zone, takenAt, properties.lease());
            try {
                server.replaceMx(zone.name(), new MxReplacement(zone.lastServed(), zone.mxSets(), permission));
                return Optional.empty();
            } catch (ChangedElsewhereException e) {
                return changedElsewhere(zone, server, permission, e.found());
            }
        });
    }

    /** Proves what was written, at all name servers of the zone; never exceptionally. */
    Attempt prove(ZoneSnapshot zone) {
        return guarded(zone, server -> Optional.of(proven(zone, server))).orElseThrow();
    }

    private Optional<Attempt> guarded(ZoneSnapshot zone, Function<NameServer, Optional<Attempt>> work) {
        try {
            return work.apply(nameServers.get(zone.nameServer()));
        } catch (NameServerException e) {
            return Optional.of(failed(zone, e));
        } catch (RuntimeException e) {
            log.error("{} could not be published", zone.name(), e);
            return Optional.of(failed(zone, new NameServerException(Reason.REFUSED, "the application failed", e)));
        }
    }

    /** Leaves a zone to whoever takes its order next. */
    Attempt putBack(ZoneSnapshot zone) {
        return Attempt.untried(zone, clock.instant());
    }

    /** What the attempts for other zones have shown: its name server cannot be reached. */
    Attempt untried(ZoneSnapshot zone) {
        Attempt failed = failed(zone, new NameServerException(Reason.UNREACHABLE, "did not answer a moment ago"));
        return new Attempt(zone, failed.news(), failed.again(), Contact.UNTRIED);
    }

    private static boolean waitsForOthers(Publication publication, long version) {
        boolean spreading =
                publication.state() == PublicationState.SPREADING || NOT_EVERYWHERE.equals(publication.problem());
        return spreading && publication.covers(version);
    }

    /** A change of ours whose answer was lost is no reason to stop; anybody else's is not overwritten unseen. */
    private Optional<Attempt> changedElsewhere(
            ZoneSnapshot zone, NameServer server, Permission permission, ServedZone found) {
        if (zones.wasWanted(zone.id(), found.mxSets())) {
            server.replaceMx(zone.name(), new MxReplacement(found.mxSets(), zone.mxSets(), permission));
            return Optional.empty();
        }
        log.warn("{} was changed at its name server {} by somebody else", zone.name(), server.id());
        return Optional.of(Attempt.done(
                zone, new ZoneCompared(zone.id(), zone.version(), found.mxSets(), found.serial(), clock.instant())));
    }

    private Attempt proven(ZoneSnapshot zone, NameServer server) {
        long serial = proof.prove(server.dnsAddress(), zone.name(), zone.lastServed(), zone.mxSets());
        boolean everywhere = survey.isEverywhere(zone, server);
        Instant now = clock.instant();
        ZoneServed served = new ZoneServed(zone.id(), zone.version(), zone.mxSets(), serial, now, everywhere);
        if (everywhere) {
            log.info("{} version {} is live with serial {}", zone.name(), zone.version(), serial);
            return Attempt.done(zone, served);
        }
        return lookAgain(zone, served, now);
    }

    private Attempt lookAgain(ZoneSnapshot zone, ZoneServed served, Instant now) {
        Publication publication = zone.publication();
        Instant since =
                publication.covers(zone.version()) && publication.liveSince() != null ? publication.liveSince() : now;
        Instant next = now.plus(patience.untilNextLook(since, now));
        return patience.isOverdue(since, now)
                ? Attempt.again(
                        zone,
                        next,
                        served,
                        new ZoneNotServed(zone.id(), NOT_EVERYWHERE, now, publication.attempts() + 1, next, true))
                : Attempt.again(zone, next, served);
    }

    private Attempt failed(ZoneSnapshot zone, NameServerException e) {
        Instant now = clock.instant();
        if (e.reason() == Reason.OVERTAKEN) {
            return Attempt.untried(zone, now);
        }
        Publication publication = zone.publication();
        int attempts = publication.attempts() + 1;
        Instant next = now.plus(patience.untilNextAttempt(attempts));
        Instant since = publication.problemSince() == null ? now : publication.problemSince();
        log.warn(
                "{} version {} not published to {} ({}), next attempt at {}",
                zone.name(),
                zone.version(),
                zone.nameServer(),
                e.getMessage(),
                next);
        boolean lost = e.reason() == Reason.UNREACHABLE || e.reason() == Reason.OUTCOME_UNKNOWN;
        return new Attempt(
                zone,
                List.of(new ZoneNotServed(
                        zone.id(), e.reason().code(), now, attempts, next, patience.isOverdue(since, now))),
                next,
                lost ? Contact.NO : Contact.YES);
    }
}
