package de.postlotse.publishing.queue;

import de.postlotse.publishing.PublishingProperties;
import de.postlotse.publishing.proof.PropagationCheck;
import de.postlotse.publishing.proof.PublicationProof;
import de.postlotse.publishing.queue.PublishBatch.Attempt.Contact;
import de.postlotse.publishing.server.ChangedElsewhereException;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.NameServerException.Reason;
import de.postlotse.publishing.server.NameServers;
import de.postlotse.publishing.server.ServedZone;
import de.postlotse.work.BackOff;
import de.postlotse.zone.Publication;
import de.postlotse.zone.PublicationState;
import de.postlotse.zone.ZoneNews;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings one zone's wanted state to its name server and proves it at every name server of the zone: always the state of
 * now, never that of an order. What it finds out is written down by its {@link NameServerWorker}.
 */
@Component
class Publisher {

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    private static final String NOT_EVERYWHERE = "not-everywhere";

    private final Zones zones;
    private final NameServers nameServers;
    private final PropagationCheck propagation;
    private final RetrySchedule retries;
    private final PublishingProperties properties;
    private final PublishMeters meters;
    private final Clock clock;

    Publisher(
            Zones zones,
            NameServers nameServers,
            PropagationCheck propagation,
            PublishingProperties properties,
            PublishMeters meters,
            Clock clock) {
        this.zones = zones;
        this.nameServers = nameServers;
        this.propagation = propagation;
        this.retries = new RetrySchedule(properties.overdueAfter());
        this.properties = properties;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Writes what the store wants of a zone to its name server, unless that is there already; never exceptionally.
     *
     * @param takenAt {@link System#nanoTime} from before the order was taken and the zone was read
     * @return what became of the attempt where it has ended with this, or else nothing: then it is to be proved
     */
    Optional<PublishBatch.Attempt> write(ZoneSnapshot zone, long takenAt) {
        if (zone.publication().state() == PublicationState.DRIFTED) {
            return Optional.of(PublishBatch.Attempt.untried(zone, null));
        }
        if (waitsForOthers(zone.publication(), zone.version())) {
            return Optional.empty();
        }
        return guarded(zone, server -> {
            FencingCheck fence = new FencingCheck(zones, zone, takenAt, properties.lease());
            try {
                server.replaceMx(zone.name(), new MxReplacement(zone.lastServed(), zone.mxSets(), fence));
                return Optional.empty();
            } catch (ChangedElsewhereException e) {
                return changedElsewhere(zone, server, fence, e);
            }
        });
    }

    /** Proves what was written, at all name servers of the zone; never exceptionally. */
    PublishBatch.Attempt prove(ZoneSnapshot zone) {
        return guarded(zone, server -> Optional.of(proven(zone, server))).orElseThrow();
    }

    private Optional<PublishBatch.Attempt> guarded(
            ZoneSnapshot zone, Function<NameServer, Optional<PublishBatch.Attempt>> work) {
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
    PublishBatch.Attempt putBack(ZoneSnapshot zone) {
        return PublishBatch.Attempt.untried(zone, clock.instant());
    }

    /** What the attempts for other zones have shown: its name server cannot be reached. */
    PublishBatch.Attempt untried(ZoneSnapshot zone) {
        PublishBatch.Attempt failed =
                failed(zone, new NameServerException(Reason.UNREACHABLE, "did not answer a moment ago"));
        return new PublishBatch.Attempt(zone, failed.news(), failed.again(), Contact.UNTRIED);
    }

    private static boolean waitsForOthers(Publication publication, long version) {
        boolean spreading =
                publication.state() == PublicationState.SPREADING || NOT_EVERYWHERE.equals(publication.problem());
        return spreading && publication.covers(version);
    }

    /** A change of ours whose answer was lost is no reason to stop; anybody else's is not overwritten unseen. */
    private Optional<PublishBatch.Attempt> changedElsewhere(
            ZoneSnapshot zone, NameServer server, FencingCheck fence, ChangedElsewhereException e) {
        ServedZone found = e.found();
        if (!e.isOverwritten() && zones.wasWanted(zone.id(), found.mxSets())) {
            server.replaceMx(zone.name(), new MxReplacement(found.mxSets(), zone.mxSets(), fence));
            return Optional.empty();
        }
        log.warn("{} was changed at its name server {} by somebody else", zone.name(), server.id());
        return Optional.of(PublishBatch.Attempt.done(
                zone,
                new ZoneNews.Compared(
                        zone.id(),
                        zone.version(),
                        found.mxSets(),
                        found.serial(),
                        clock.instant(),
                        e.isOverwritten())));
    }

    private PublishBatch.Attempt proven(ZoneSnapshot zone, NameServer server) {
        long serial = PublicationProof.prove(server.dnsAddress(), zone.name(), zone.lastServed(), zone.mxSets());
        boolean everywhere = propagation.isEverywhere(zone, server);
        Instant now = clock.instant();
        ZoneNews.Served served = new ZoneNews.Served(zone.id(), zone.version(), zone.mxSets(), serial, now, everywhere);
        if (everywhere) {
            meters.live(zone.id(), server.id());
            log.info("{} version {} is live with serial {}", zone.name(), zone.version(), serial);
            return PublishBatch.Attempt.done(zone, served);
        }
        return lookAgain(zone, served, now);
    }

    private PublishBatch.Attempt lookAgain(ZoneSnapshot zone, ZoneNews.Served served, Instant now) {
        Publication publication = zone.publication();
        Instant since =
                publication.covers(zone.version()) && publication.liveSince() != null ? publication.liveSince() : now;
        Instant next = now.plus(retries.untilNextLook(since, now));
        return retries.isOverdue(since, now)
                ? PublishBatch.Attempt.again(
                        zone,
                        next,
                        served,
                        new ZoneNews.NotServed(zone.id(), NOT_EVERYWHERE, now, publication.attempts() + 1, next, true))
                : PublishBatch.Attempt.again(zone, next, served);
    }

    private PublishBatch.Attempt failed(ZoneSnapshot zone, NameServerException e) {
        Instant now = clock.instant();
        if (e.reason() == Reason.OVERTAKEN) {
            return PublishBatch.Attempt.untried(zone, now);
        }
        Publication publication = zone.publication();
        int attempts = publication.attempts() + 1;
        Instant next = now.plus(retries.untilNextAttempt(attempts));
        Instant since = publication.problemSince() == null ? now : publication.problemSince();
        log.warn(
                "{} version {} not published to {} ({}), next attempt at {}",
                zone.name(),
                zone.version(),
                zone.nameServer(),
                e.getMessage(),
                next);
        boolean lost = e.reason() == Reason.UNREACHABLE || e.reason() == Reason.OUTCOME_UNKNOWN;
        return new PublishBatch.Attempt(
                zone,
                List.of(new ZoneNews.NotServed(
                        zone.id(), e.reason().code(), now, attempts, next, retries.isOverdue(since, now))),
                next,
                lost ? Contact.NO : Contact.YES);
    }

    /**
     * Looks right before a change is sent whether it is still the newest, and whether the worker still is the one to send
     * it: after a long pause another node may have taken the order over, and even have brought a newer version.
     *
     * @param takenAt {@link System#nanoTime} from before the order was taken
     * @param lease after which another node may take the order; two thirds of it are left for what is under way
     */
    private record FencingCheck(Zones zones, ZoneSnapshot zone, long takenAt, Duration lease)
            implements MxReplacement.Permit {

        /** What was read so recently is as good as read now: nobody else publishes the zone while the lease lasts. */
        private static final Duration FRESH = Duration.ofSeconds(1);

        @Override
        public void require() {
            Duration age = Duration.ofNanos(System.nanoTime() - takenAt);
            boolean overtaken = age.compareTo(lease.dividedBy(3)) > 0
                    || (age.compareTo(FRESH) > 0 && zones.versionNow(zone.id()) != zone.version());
            if (overtaken) {
                throw new NameServerException(
                        Reason.OVERTAKEN, zone.name() + " version " + zone.version() + " may have been overtaken");
            }
        }
    }

    /** How long to wait before trying again, and from when on that is a finding; giving up is not foreseen. */
    private record RetrySchedule(Duration overdueAfter) {

        private static final Duration FIRST = Duration.ofSeconds(1);
        private static final Duration LONGEST = Duration.ofMinutes(5);
        private static final BackOff ATTEMPTS = new BackOff(FIRST, LONGEST);

        /** Twice as long after each failure, and not for all zones at the same moment. */
        Duration untilNextAttempt(int failures) {
            Duration pause = ATTEMPTS.after(failures);
            return pause.plus(BackOff.quarterAtRandom(pause));
        }

        /** Half as long as it has taken the other name servers so far. */
        Duration untilNextLook(Instant since, Instant now) {
            Duration half = Duration.between(since, now).dividedBy(2);
            return half.compareTo(FIRST) < 0 ? FIRST : half.compareTo(LONGEST) > 0 ? LONGEST : half;
        }

        boolean isOverdue(Instant since, Instant now) {
            return since.plus(overdueAfter).compareTo(now) <= 0;
        }
    }
}
