package de.postlotse.publishing;

import de.postlotse.zone.ZoneNews;
import de.postlotse.zone.ZoneServed;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.ZonesReported;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** What a {@link Courier} takes from the store and brings back to it: many zones in one transaction. */
final class Satchel {

    private final String name;
    private final IntFunction<List<Long>> orders;
    private final OrderBook book;
    private final Zones zones;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @param orders takes at most so many orders */
    Satchel(
            String name,
            IntFunction<List<Long>> orders,
            OrderBook book,
            Zones zones,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.name = name;
        this.orders = orders;
        this.book = book;
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
        book.bringForward(name);
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
                        .filter(line -> newest || line instanceof ZoneServed)
                        .forEach(news::add);
                if (!newest) {
                    again.put(zone.id(), clock.instant());
                } else if (attempt.again() == null) {
                    done.add(zone.id());
                } else {
                    again.put(zone.id(), attempt.again());
                }
            }
            events.publishEvent(new ZonesReported(news));
            book.done(done);
            book.again(again);
        });
    }
}
