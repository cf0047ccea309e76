package de.postlotse.desk.sweep;

import de.postlotse.desk.sweep.HostStore.Change;
import de.postlotse.dns.DomainName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What there is to ask, taken and done piece by piece; what a piece showed is written in one transaction with its end. */
@Component
class SweepWork {

    /** Looked at between two slices: whether staff have paused it, and whether the part is still this node's. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final HostStore hosts;
    private final SweepStore store;
    private final HostAsker asker;
    private final SweepProperties properties;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final RateLimiter pace;
    private final String self = UUID.randomUUID().toString();

    SweepWork(
            HostStore hosts,
            SweepStore store,
            HostAsker asker,
            SweepProperties properties,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.hosts = hosts;
        this.store = store;
        this.asker = asker;
        this.properties = properties;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.pace = new RateLimiter(properties.mostPerSecond());
    }

    /** A piece of work that is this node's alone, for a while. */
    interface SweepJob {

        /** @param stopping whether the node is about to end */
        void run(BooleanSupplier stopping) throws InterruptedException;
    }

    /** What is due: first hosts that are waited for, then the next part of a round. */
    Optional<SweepJob> take() {
        if (store.control().isPaused()) {
            return Optional.empty();
        }
        Instant now = now();
        Instant until = now.plus(properties.lease());
        List<HostRecord> waiting = inTransaction(() -> hosts.takeDue(now, until, pace.slice(HostAsker.MOST_AT_ONCE)));
        if (!waiting.isEmpty()) {
            return Optional.of(stopping -> ask(waiting));
        }
        Optional<SweepStore.Part> part = inTransaction(() -> store.take(now, self, properties.lease()));
        return part.map(taken -> stopping -> ask(taken, stopping));
    }

    private void ask(List<HostRecord> waiting) throws InterruptedException {
        List<Change> changes = look(waiting);
        transaction.executeWithoutResult(status -> write(changes));
    }

    private void ask(SweepStore.Part part, BooleanSupplier stopping) throws InterruptedException {
        List<HostRecord> all = hosts.in(part);
        List<Change> changes = new ArrayList<>();
        long lastLook = System.nanoTime();
        int asked = 0;
        while (asked < all.size()) {
            if (System.nanoTime() - lastLook > LOOK.toNanos()) {
                if (!store.keep(part, self, properties.lease())) {
                    return;
                }
                lastLook = System.nanoTime();
                if (store.control().isPaused()) {
                    break;
                }
            }
            if (stopping.getAsBoolean()) {
                break;
            }
            int end = Math.min(all.size(), asked + pace.slice(HostAsker.MOST_AT_ONCE));
            changes.addAll(look(all.subList(asked, end)));
            asked = end;
        }
        end(part, all, asked, changes);
    }

    private void end(SweepStore.Part part, List<HostRecord> all, int asked, List<Change> changes) {
        boolean mine = inTransaction(() -> {
            boolean kept = asked == all.size()
                    ? store.done(part, self, asked, changes.size(), now())
                    : store.giveBack(
                            part,
                            self,
                            asked,
                            changes.size(),
                            all.get(asked).name().toString());
            if (kept) {
                write(changes);
            }
            return kept;
        });
        if (mine && asked == all.size()) {
            store.endRounds(now());
        }
    }

    private List<Change> look(List<HostRecord> slice) throws InterruptedException {
        pace.await(slice.size());
        Map<DomainName, HostRecord.HostObservation> sightings = asker.look(slice);
        Instant now = now();
        List<Change> changes = new ArrayList<>();
        for (HostRecord before : slice) {
            HostRecord.HostObservation sighting = sightings.get(before.name());
            if (sighting != null) {
                HostRecord after = before.observe(sighting, now, properties.confirmAfter());
                if (!after.equals(before)) {
                    changes.add(new Change(before, after));
                }
            }
        }
        return changes;
    }

    private void write(List<Change> changes) {
        for (Change change : hosts.write(changes)) {
            HostRecord host = change.after();
            if (change.isNews() && host.condition() != null && host.since() != null) {
                events.publishEvent(new HostConditionSettled(host.name(), host.condition(), host.since()));
            }
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        T result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("nothing came of it");
        }
        return result;
    }

    /** No finer than any store keeps it, so that what was written is found again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Holds those who ask DNS to so many hosts a second together. */
    private static final class RateLimiter {

        private static final int SLICES_PER_SECOND = 10;

        private final int perSecond;
        private long next = System.nanoTime();

        /** @param perSecond 0 for as fast as they can */
        RateLimiter(int perSecond) {
            this.perSecond = perSecond;
        }

        /** How many hosts to ask in one go, so that a second's worth does not come in one moment. */
        int slice(int most) {
            return perSecond == 0 ? most : Math.clamp(perSecond / SLICES_PER_SECOND, 1, most);
        }

        /** Waits until so many hosts may be asked. */
        void await(int hosts) throws InterruptedException {
            if (perSecond > 0) {
                TimeUnit.NANOSECONDS.sleep(waitFor(hosts));
            }
        }

        private synchronized long waitFor(int hosts) {
            long now = System.nanoTime();
            long mine = Math.max(next, now);
            next = mine + hosts * TimeUnit.SECONDS.toNanos(1) / perSecond;
            return mine - now;
        }
    }
}
