package de.postlotse.publishing;

import de.postlotse.zone.ZoneNotServed;
import de.postlotse.zone.ZoneServed;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings one zone's wanted state to its name server and proves it: always the state of now, never that of an order. */
@Component
class Publisher {

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Zones zones;
    private final NameServers nameServers;
    private final PublicationProof proof;
    private final ServerGate gate;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publisher(
            Zones zones,
            NameServers nameServers,
            PublicationProof proof,
            ServerGate gate,
            ApplicationEventPublisher events,
            Clock clock) {
        this.zones = zones;
        this.nameServers = nameServers;
        this.proof = proof;
        this.gate = gate;
        this.events = events;
        this.clock = clock;
    }

    /** Publishes what the store wants of a zone now, unless its name server has to be left alone for a while. */
    Outcome publish(long zoneId) {
        ZoneSnapshot zone = zones.wanted(zoneId).orElse(null);
        if (zone == null) {
            return new Outcome.Done(0);
        }
        int places = nameServers
                .find(zone.nameServer())
                .map(NameServer::concurrentWriters)
                .orElse(1);
        Instant later = gate.enter(zone.nameServer(), places);
        if (later != null) {
            return new Outcome.Again(later);
        }
        boolean reached = false;
        try {
            Outcome outcome = publish(zone);
            reached = true;
            return outcome;
        } catch (NameServerException e) {
            reached = e.reason() != NameServerException.Reason.UNREACHABLE;
            return failed(zone, e);
        } finally {
            gate.leave(zone.nameServer(), reached);
        }
    }

    private Outcome publish(ZoneSnapshot zone) {
        NameServer server = nameServers.get(zone.nameServer());
        server.replaceMx(zone.name(), MxReplacement.of(zone.lastServed(), zone.mxSets()));
        long serial = proof.prove(server.dnsAddress(), zone.name(), zone.mxSets());
        events.publishEvent(new ZoneServed(zone.id(), zone.version(), zone.mxSets(), serial, clock.instant()));
        log.info("{} version {} is live with serial {}", zone.name(), zone.version(), serial);
        return new Outcome.Done(zone.version());
    }

    private Outcome failed(ZoneSnapshot zone, NameServerException e) {
        int attempts = zone.publication().attempts() + 1;
        Instant now = clock.instant();
        Instant next = now.plus(pause(attempts));
        log.warn(
                "{} version {} not published ({}), next attempt at {}",
                zone.name(),
                zone.version(),
                e.getMessage(),
                next);
        events.publishEvent(new ZoneNotServed(zone.id(), e.reason().code(), now, attempts, next));
        return new Outcome.Again(next);
    }

    private static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** What became of an attempt. */
    sealed interface Outcome {

        /** The name server answers with this version. */
        record Done(long version) implements Outcome {}

        /** To be tried again at the given time. */
        record Again(Instant at) implements Outcome {}
    }
}
