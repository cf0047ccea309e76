package de.postlotse.publishing.queue;

import de.postlotse.zone.ZoneNews;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** What a {@link NameServerWorker} takes from the store and brings back to it: many zones in one transaction. */
final class PublishBatch {

    private final String name;
    private final IntFunction<List<Long>> orders;
    private final PublishQueue queue;
    private final Zones zones;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @param orders takes at most so many orders */
    PublishBatch(
            String name,
            IntFunction<List<Long>> orders,
            PublishQueue queue,
            Zones zones,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.name = name;
        this.orders = orders;
        this.queue = queue;
        this.zones = zones;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    String name() {
        return name;
    }

    /** Takes orders, and reads what is wanted of their zones now. */
    List<ZoneSnapshot> take(int most) {
        List<Long> taken = orders.apply(most);
        return taken.isEmpty() ? List.of() : zones.wanted(taken);
    }

    /** Has the orders tried now that wait for the name server. */
    void bringForward() {
        queue.bringForward(name);
    }

    /**
     * Writes down what became of attempts, and ends their orders or has them tried again. That and the look whether a
     * zone has changed meanwhile are one transaction under the zone's lock, which every edit holds too: a change either
     * is seen here or finds no order and makes one.
     */
    void write(List<Attempt> attempts) {
        transaction.executeWithoutResult(status -> {
            Map<Long, Long> versions = zones.lockedVersions(
                    attempts.stream().map(attempt -> attempt.zone().id()).toList());
            List<ZoneNews> news = new ArrayList<>();
            List<Long> done = new ArrayList<>();
            Map<Long, Instant> again = new HashMap<>();
            for (Attempt attempt : attempts) {
                ZoneSnapshot zone = attempt.zone();
                boolean newest = versions.getOrDefault(zone.id(), 0L) <= zone.version();
                attempt.news().stream()
                        .filter(line -> newest || line instanceof ZoneNews.Served)
                        .forEach(news::add);
                if (!newest) {
                    again.put(zone.id(), clock.instant());
                } else if (attempt.again() == null) {
                    done.add(zone.id());
                } else {
                    again.put(zone.id(), attempt.again());
                }
            }
            events.publishEvent(new ZoneNews.Reported(news));
            queue.done(done);
            queue.again(again);
        });
    }

    /**
     * What became of one attempt to publish a zone.
     *
     * @param zone as it was wanted then
     * @param news to be told of the zone
     * @param again when to try or to look again; null where nothing is left to do for this version
     * @param contact whether the name server answered
     */
    record Attempt(
            ZoneSnapshot zone,
            List<ZoneNews> news,
            @Nullable Instant again,
            Contact contact) {

        Attempt {
            news = List.copyOf(news);
        }

        static Attempt done(ZoneSnapshot zone, ZoneNews... news) {
            return new Attempt(zone, List.of(news), null, Contact.YES);
        }

        static Attempt again(ZoneSnapshot zone, Instant at, ZoneNews... news) {
            return new Attempt(zone, List.of(news), at, Contact.YES);
        }

        /** An attempt that ended before the name server was asked anything. */
        static Attempt untried(ZoneSnapshot zone, @Nullable Instant again) {
            return new Attempt(zone, List.of(), again, Contact.UNTRIED);
        }

        /** Whether a name server was there. */
        enum Contact {
            YES,
            /** It could not be reached, or its answer did not come. */
            NO,
            /** It was not asked, so that nothing is known. */
            UNTRIED
        }
    }
}
