package de.postlotse.takeover;

import de.postlotse.publishing.NameServerException;
import de.postlotse.publishing.ServedZones;
import de.postlotse.publishing.TakeOver;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes over the next zones of a list, a few at a time. */
@Component
class TakeOverWork {

    static final int CHUNK = 200;

    private static final Logger log = LoggerFactory.getLogger(TakeOverWork.class);
    private static final int AT_ONCE = 4;

    /** After so many zones whose name server cannot be reached the rest is not tried for now. */
    private static final int UNREACHED = 8;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final TakeOverStore store;
    private final ServedZones served;
    private final TakeOver takeOver;
    private final Zones zones;
    private final TransactionOperations transaction;
    private final Clock clock;

    TakeOverWork(
            TakeOverStore store,
            ServedZones served,
            TakeOver takeOver,
            Zones zones,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.served = served;
        this.takeOver = takeOver;
        this.zones = zones;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Tries a chunk of the zones that wait.
     *
     * @param stopping whether the application is about to end
     * @return when the next chunk is due, where something is left
     */
    Instant chunk(TakeOverList list, BooleanSupplier stopping) {
        Chunk chunk = new Chunk(list, stopping);
        try (ExecutorService threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("take-over-", 0).factory())) {
            List<CompletableFuture<Void>> all = store.waiting(list.id(), CHUNK).stream()
                    .map(item -> CompletableFuture.runAsync(() -> chunk.take(item), threads))
                    .toList();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return chunk.next();
    }

    /** The pause before a name server is asked again that could not be reached some times in a row. */
    static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** One chunk of a list, and what is known of it so far. */
    private final class Chunk {

        private final TakeOverList list;
        private final BooleanSupplier stopping;
        private final AtomicInteger ended = new AtomicInteger();
        private final AtomicInteger unreached = new AtomicInteger();
        private volatile @Nullable String waitsFor;
        private volatile boolean broken;

        Chunk(TakeOverList list, BooleanSupplier stopping) {
            this.list = list;
            this.stopping = stopping;
        }

        void take(WaitingItem item) {
            if (broken || unreached.get() >= UNREACHED || stopping.getAsBoolean()) {
                return;
            }
            try {
                if (store.isRunning(list.id())) {
                    tryItem(item);
                }
            } catch (RuntimeException e) {
                broken = true;
                throw e;
            }
        }

        private void tryItem(WaitingItem item) {
            if (zones.find(list.caller(), item.zone()).isPresent()) {
                end(item, ItemStatus.ALREADY, null);
                return;
            }
            ServedZones.Answer answer;
            try {
                answer = served.ask(item.zone(), list.nameServer());
            } catch (RuntimeException e) {
                log.warn("{} cannot be taken over", item.zone(), e);
                end(item, ItemStatus.FAILED, "unexpected");
                return;
            }
            switch (answer) {
                case ServedZones.Answer.Served found -> keep(item, found);
                case ServedZones.Answer.NotServed not -> refused(item, not);
            }
        }

        /** Somebody may take the same zone over at the same moment; then it is in our care at the second look. */
        private void keep(WaitingItem item, ServedZones.Answer.Served found) {
            try {
                store(item, found);
            } catch (DataIntegrityViolationException takenMeanwhile) {
                keepAgain(item, found);
            }
            ended.incrementAndGet();
        }

        private void keepAgain(WaitingItem item, ServedZones.Answer.Served found) {
            try {
                store(item, found);
            } catch (DataIntegrityViolationException e) {
                log.warn("{} cannot be stored", item.zone(), e);
                store.end(list.id(), item.place(), ItemStatus.FAILED, "unexpected");
            }
        }

        /** The zone and what the list says of it are stored together, so that a zone is never taken over twice. */
        private void store(WaitingItem item, ServedZones.Answer.Served found) {
            transaction.executeWithoutResult(status -> {
                if (store.lockWaiting(list.id(), item.place())) {
                    ItemStatus end = switch (takeOver.store(list.caller(), item.zone(), item.customer(), found)) {
                        case TakeOver.Outcome.Taken taken -> ItemStatus.TAKEN;
                        case TakeOver.Outcome.AlreadyManaged managed -> ItemStatus.ALREADY;
                    };
                    store.end(list.id(), item.place(), end, null);
                }
            });
        }

        private void refused(WaitingItem item, ServedZones.Answer.NotServed not) {
            NameServerException.Reason reason = not.cause().reason();
            if (reason == NameServerException.Reason.UNREACHABLE
                    || reason == NameServerException.Reason.OUTCOME_UNKNOWN) {
                waitsFor = not.nameServer();
                unreached.incrementAndGet();
                store.postpone(list.id(), item.place());
            } else {
                end(item, ItemStatus.FAILED, reason.code());
            }
        }

        private void end(WaitingItem item, ItemStatus status, @Nullable String problem) {
            store.end(list.id(), item.place(), status, problem);
            ended.incrementAndGet();
        }

        /** As long as any zone can be tried the list goes on; those that could not are at its end then. */
        Instant next() {
            Instant now = clock.instant();
            String nameServer = waitsFor;
            if (nameServer != null && ended.get() == 0) {
                int failures = list.failures() + 1;
                Instant next = now.plus(pause(failures));
                log.warn("List {} waits for name server {}, next attempt at {}", list.id(), nameServer, next);
                store.waits(list.id(), nameServer, failures, next);
                return next;
            }
            if (list.failures() > 0) {
                store.waitsNoLonger(list.id());
            }
            return now;
        }
    }
}
