package de.postlotse.work;

import de.postlotse.store.StoreFailure;
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

/** Works the next items of a job, a few at a time, and notes what becomes of each. */
public final class ChunkRunner<I extends JobKind.JobItem, S extends Enum<S>> {

    static final int CHUNK = 200;

    private static final Logger log = LoggerFactory.getLogger(ChunkRunner.class);
    private static final int AT_ONCE = 4;

    /** What was found out before a chunk counts no longer than this. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** After so many items that could not be tried the rest is not tried for now. */
    private static final int MOST_UNAVAILABLE = 8;

    private final JobKind<I, S> kind;
    private final JobStore<S> store;
    private final Clock clock;

    public ChunkRunner(JobKind<I, S> kind, JobStore<S> store, Clock clock) {
        this.kind = kind;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Tries a chunk of the items that wait.
     *
     * @param stopping whether the application is about to end
     * @return when the next chunk is due, where something is left
     */
    public Instant run(Job job, BooleanSupplier stopping) {
        if (!job.isRunning()) {
            return clock.instant();
        }
        return switch (kind.start(job.id())) {
            case JobKind.Start.Ready<I, S> ready -> run(new Chunk(job, ready.work(), stopping));
            case JobKind.Start.Waits<I, S> waits -> postpone(job, waits.cause());
            case JobKind.Start.Stops<I, S> stops -> {
                log.warn("{} {} stops: {}", kind.task(), job.id(), stops.cause());
                store.stop(job.id(), stops.cause());
                yield clock.instant();
            }
        };
    }

    private Instant run(Chunk chunk) {
        List<I> items = kind.waiting(chunk.job.id(), CHUNK);
        try (ExecutorService threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name(kind.task() + "-", 0).factory())) {
            CompletableFuture<?>[] all = items.stream()
                    .map(item -> CompletableFuture.runAsync(() -> chunk.take(item), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return chunk.next();
    }

    private Instant postpone(Job job, String cause) {
        int failures = job.failures() + 1;
        Instant next = clock.instant().plus(kind.backOff().after(failures));
        log.warn("{} {} waits for {}, next attempt at {}", kind.task(), job.id(), cause, next);
        store.waits(job.id(), cause, failures, next);
        return next;
    }

    /** One chunk of a job, and what is known of it so far. */
    private final class Chunk {

        private final Job job;
        private final JobKind.Work<I, S> work;
        private final BooleanSupplier stopping;
        private final Instant end = clock.instant().plus(LONGEST);
        private final AtomicInteger ended = new AtomicInteger();
        private final AtomicInteger unavailable = new AtomicInteger();
        private volatile @Nullable String waitsFor;
        private volatile boolean broken;

        Chunk(Job job, JobKind.Work<I, S> work, BooleanSupplier stopping) {
            this.job = job;
            this.work = work;
            this.stopping = stopping;
        }

        void take(I item) {
            if (broken
                    || unavailable.get() >= MOST_UNAVAILABLE
                    || clock.instant().isAfter(end)
                    || stopping.getAsBoolean()) {
                return;
            }
            try {
                if (store.find(job.id()).filter(Job::isRunning).isPresent()) {
                    work(item);
                }
            } catch (RuntimeException e) {
                broken = true;
                throw e;
            }
        }

        /** While the store is away nothing can be said about the item: it is tried again. */
        private void work(I item) {
            try {
                note(item, workOrLookAgain(item));
            } catch (RuntimeException e) {
                if (StoreFailure.isPassing(e)) {
                    throw e;
                }
                log.error("{} {} failed at {}", kind.task(), job.id(), item, e);
                store.fail(job.id(), item.place());
                hasEnded();
            }
        }

        /** Somebody else may do the same at that moment; a second look finds it done. */
        private JobKind.ItemEnd<S> workOrLookAgain(I item) {
            try {
                return work.work(item);
            } catch (DataIntegrityViolationException somebodyElseDidMeanwhile) {
                return work.work(item);
            }
        }

        private void note(I item, JobKind.ItemEnd<S> end) {
            switch (end) {
                case JobKind.ItemEnd.Ended<S> done -> {
                    store.end(job.id(), item.place(), done.status(), done.problem());
                    hasEnded();
                }
                case JobKind.ItemEnd.Noted<S> noted -> hasEnded();
                case JobKind.ItemEnd.Unavailable<S> missing -> {
                    waitsFor = missing.cause();
                    unavailable.incrementAndGet();
                }
            }
        }

        private void hasEnded() {
            if (ended.incrementAndGet() == 1 && job.failures() > 0) {
                store.waitsNoLonger(job.id());
            }
        }

        /** As long as any item can be tried the job goes on; those that could not are at its end then. */
        Instant next() {
            String cause = waitsFor;
            return cause != null && ended.get() == 0 ? postpone(job, cause) : clock.instant();
        }
    }
}
