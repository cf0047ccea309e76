package de.postlotse.publishing.proof;

import de.postlotse.account.Caller;
import de.postlotse.publishing.PublishingProperties;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.NameServers;
import de.postlotse.publishing.server.ServedZone;
import de.postlotse.work.BackOff;
import de.postlotse.work.Round;
import de.postlotse.zone.PublicationState;
import de.postlotse.zone.ZoneNews;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;

/** Reads zones from their name servers and tells where they differ from what was published. */
@Service
public record Comparison(
        Zones zones,
        NameServers nameServers,
        PublishingProperties properties,
        ApplicationEventPublisher events,
        Clock clock) {

    private static final Logger log = LoggerFactory.getLogger(Comparison.class);
    private static final int ZONES_A_ROUND = 500;
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE_AFTER_FAILURE = Duration.ofMinutes(10);
    private static final Executor THREADS = Thread.ofVirtual().name("compare-", 0)::start;

    /** One node at a time makes the round; what it had not reached is the beginning of the next one. */
    @Bean
    Round comparisonRound() {
        return new Round("compare-with-name-servers", PAUSE, context -> round());
    }

    /** Goes on without a pause while many are due, but not for so long that another node could not take over. */
    void round() {
        Instant end = clock.instant().plus(LONGEST_ROUND);
        while (compareDue() == ZONES_A_ROUND && clock.instant().isBefore(end)) {
            log.debug("more zones are due to be compared");
        }
    }

    /** Compares the zones that are due; one reader a name server, so that a slow one delays only its own. */
    private int compareDue() {
        List<Long> due = zones.dueToCompare(clock.instant(), ZONES_A_ROUND);
        Map<String, List<ZoneSnapshot>> byServer =
                zones.wanted(due).stream().collect(Collectors.groupingBy(ZoneSnapshot::nameServer));
        List<CompletableFuture<Void>> readers = byServer.values().stream()
                .map(ofServer -> CompletableFuture.runAsync(() -> compareAll(ofServer), THREADS))
                .toList();
        CompletableFuture.allOf(readers.toArray(CompletableFuture[]::new)).join();
        return due.size();
    }

    /**
     * Has all zones compared from now on; staff ask for it after the store or a name server came back from a backup.
     *
     * @return how many will be
     */
    public int everything(Caller caller) {
        caller.requireStaff();
        return zones.compareAll(clock.instant());
    }

    /** Compares one zone now; staff ask for it. */
    public void now(ZoneSnapshot zone) {
        compareAll(List.of(zone));
    }

    /** A server that cannot be reached is not tried with the rest of its zones. */
    private void compareAll(List<ZoneSnapshot> ofServer) {
        List<Long> compared = new ArrayList<>();
        List<Long> failed = new ArrayList<>();
        boolean reached = true;
        for (ZoneSnapshot zone : ofServer) {
            reached = reached && reach(zone);
            (reached ? compared : failed).add(zone.id());
        }
        Instant now = clock.instant();
        again(compared, now.plus(scattered(properties.compareEvery())));
        again(failed, now.plus(scattered(afterFailure())));
    }

    private Duration afterFailure() {
        Duration every = properties.compareEvery();
        return every.compareTo(LONGEST_PAUSE_AFTER_FAILURE) < 0 ? every : LONGEST_PAUSE_AFTER_FAILURE;
    }

    private void again(List<Long> zoneIds, Instant at) {
        if (!zoneIds.isEmpty()) {
            zones.compareAgain(zoneIds, at);
        }
    }

    /** @return whether the name server answered */
    private boolean reach(ZoneSnapshot zone) {
        if (!isSettled(zone)) {
            return true;
        }
        try {
            ServedZone found = nameServers.get(zone.nameServer()).read(zone.name());
            events.publishEvent(ZoneNews.Reported.of(
                    new ZoneNews.Compared(zone.id(), zone.version(), found.mxSets(), found.serial(), clock.instant())));
            return true;
        } catch (NameServerException e) {
            log.warn("cannot compare {} with {}: {}", zone.name(), zone.nameServer(), e.getMessage());
            tell(zone, e);
            return e.reason() != NameServerException.Reason.UNREACHABLE;
        }
    }

    /** A zone on its way is compared by whoever publishes it. */
    private static boolean isSettled(ZoneSnapshot zone) {
        return zone.publication().covers(zone.version());
    }

    /** That a server is down for a while is no news of the zone; that it does not know the zone any more is. */
    private void tell(ZoneSnapshot zone, NameServerException e) {
        boolean lost = e.reason() == NameServerException.Reason.ZONE_NOT_SERVED
                || e.reason() == NameServerException.Reason.NOT_CONFIGURED;
        if (lost && zone.publication().state() != PublicationState.DRIFTED) {
            Instant now = clock.instant();
            events.publishEvent(ZoneNews.Reported.of(new ZoneNews.NotServed(
                    zone.id(),
                    e.reason().code(),
                    now,
                    zone.publication().attempts() + 1,
                    now.plus(properties.compareEvery()),
                    true)));
        }
    }

    private static Duration scattered(Duration pause) {
        return pause.minus(BackOff.quarterAtRandom(pause));
    }
}
