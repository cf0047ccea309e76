package de.postlotse.publishing;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Brings one zone's wanted state to its name server and proves it at every name server of the zone: always the state of
 * now, never that of an order.
 */
@Component
class Publisher {

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    private static final String NOT_EVERYWHERE = "not-everywhere";

    private final Zones zones;
    private final NameServers nameServers;
    private final PublicationProof proof;
    private final Survey survey;
    private final ServerGate gate;
    private final Patience patience;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publisher(
            Zones zones,
            NameServers nameServers,
            PublicationProof proof,
            Survey survey,
            ServerGate gate,
            Patience patience,
            ApplicationEventPublisher events,
            Clock clock) {
        this.zones = zones;
        this.nameServers = nameServers;
        this.proof = proof;
        this.survey = survey;
        this.gate = gate;
        this.patience = patience;
        this.events = events;
        this.clock = clock;
    }

    /** Publishes what the store wants of a zone now, unless its name server has to be left alone for a while. */
    Outcome publish(long zoneId) {
        ZoneSnapshot zone = zones.wanted(zoneId).orElse(null);
        if (zone == null) {
            return new Outcome.Done(0);
        }
        if (zone.publication().state() == PublicationState.DRIFTED) {
            return new Outcome.Done(zone.version());
        }
        Instant later = gate.enter(
                zone.nameServer(),
                nameServers
                        .find(zone.nameServer())
                        .map(NameServer::concurrentWriters)
                        .orElse(1));
        if (later != null) {
            return new Outcome.Again(later);
        }
        boolean reached = true;
        try {
            return publish(zone);
        } catch (NameServerException e) {
            reached = e.reason() != Reason.UNREACHABLE && e.reason() != Reason.OUTCOME_UNKNOWN;
            return failed(zone, e);
        } finally {
            gate.leave(zone.nameServer(), reached);
        }
    }

    private Outcome publish(ZoneSnapshot zone) {
        NameServer server = nameServers.get(zone.nameServer());
        if (!waitsForOthers(zone.publication(), zone.version())) {
            Permission permission = new Permission(zones, zone);
            try {
                server.replaceMx(zone.name(), new MxReplacement(zone.lastServed(), zone.mxSets(), permission));
            } catch (ChangedElsewhereException e) {
                return changedElsewhere(zone, server, permission, e.found());
            }
        }
        return proven(zone, server);
    }

    private static boolean waitsForOthers(Publication publication, long version) {
        boolean spreading =
                publication.state() == PublicationState.SPREADING || NOT_EVERYWHERE.equals(publication.problem());
        return spreading && publication.covers(version);
    }

    /** A change of ours whose answer was lost is no reason to stop; anybody else's is not overwritten unseen. */
    private Outcome changedElsewhere(ZoneSnapshot zone, NameServer server, Permission permission, ServedZone found) {
        if (zones.wasWanted(zone.id(), found.mxSets())) {
            server.replaceMx(zone.name(), new MxReplacement(found.mxSets(), zone.mxSets(), permission));
            return proven(zone, server);
        }
        log.warn("{} was changed at its name server {} by somebody else", zone.name(), server.id());
        events.publishEvent(
                new ZoneCompared(zone.id(), zone.version(), found.mxSets(), found.serial(), clock.instant()));
        return new Outcome.Done(zone.version());
    }

    private Outcome proven(ZoneSnapshot zone, NameServer server) {
        long serial = proof.prove(server.dnsAddress(), zone.name(), zone.lastServed(), zone.mxSets());
        boolean everywhere = survey.isEverywhere(zone, server);
        Instant now = clock.instant();
        events.publishEvent(new ZoneServed(zone.id(), zone.version(), zone.mxSets(), serial, now, everywhere));
        if (everywhere) {
            log.info("{} version {} is live with serial {}", zone.name(), zone.version(), serial);
            return new Outcome.Done(zone.version());
        }
        return lookAgain(zone, now);
    }

    private Outcome lookAgain(ZoneSnapshot zone, Instant now) {
        Publication publication = zone.publication();
        Instant since =
                publication.covers(zone.version()) && publication.liveSince() != null ? publication.liveSince() : now;
        Instant next = now.plus(patience.untilNextLook(since, now));
        if (patience.isOverdue(since, now)) {
            events.publishEvent(
                    new ZoneNotServed(zone.id(), NOT_EVERYWHERE, now, publication.attempts() + 1, next, true));
        }
        return new Outcome.Again(next);
    }

    private Outcome failed(ZoneSnapshot zone, NameServerException e) {
        Instant now = clock.instant();
        if (e.reason() == Reason.OVERTAKEN) {
            return new Outcome.Again(now);
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
        events.publishEvent(
                new ZoneNotServed(zone.id(), e.reason().code(), now, attempts, next, patience.isOverdue(since, now)));
        return new Outcome.Again(next);
    }

    /** What became of an attempt. */
    sealed interface Outcome {

        /** Nothing is left to do for this version. */
        record Done(long version) implements Outcome {}

        /** To be tried again at the given time. */
        record Again(Instant at) implements Outcome {}
    }
}
