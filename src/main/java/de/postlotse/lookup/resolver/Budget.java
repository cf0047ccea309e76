package de.postlotse.lookup.resolver;

import de.postlotse.lookup.HostAnswer.Cause;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the promise of the ports: an answer within the budget, and never an exception. */
final class Budget {

    private static final Logger LOG = LoggerFactory.getLogger(Budget.class);

    private Budget() {}

    /**
     * Runs a search on a virtual thread of its own, which may wait for answers.
     *
     * @param search its deadline comes a little before the end of the budget, so that what it has found by then is still told
     * @param unknown makes the answer that stands for "cannot be told now"
     * @return completes within the budget, on a thread that may block, and never exceptionally
     */
    static <T> CompletableFuture<T> keep(Duration budget, Function<Deadline, T> search, Function<Cause, T> unknown) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Timer.after(budget, result, () -> result.complete(unknown.apply(Cause.TIMEOUT)));
        Deadline deadline = Deadline.in(budget.multipliedBy(19).dividedBy(20));
        SideBySide.begin(deadline, search).whenComplete((answer, thrown) -> {
            if (thrown != null) {
                LOG.error("a look-up ended in an exception", thrown);
                result.complete(unknown.apply(Cause.SERVER_FAILURE));
            } else {
                result.complete(answer);
            }
        });
        return result;
    }

    /**
     * Keeps the budget whatever dnsjava, the resolvers or the JVM's common pool are busy with. Its one thread only starts
     * others.
     */
    static final class Timer {

        private static final ScheduledThreadPoolExecutor CLOCK = clock();

        private Timer() {}

        /** Runs a task on a thread of its own after a delay, unless the future is complete by then. */
        static void after(Duration delay, CompletableFuture<?> unless, Runnable task) {
            ScheduledFuture<?> alarm =
                    CLOCK.schedule(() -> DnsClient.THREADS.execute(task), delay.toNanos(), TimeUnit.NANOSECONDS);
            unless.whenComplete((result, thrown) -> alarm.cancel(false));
        }

        private static ScheduledThreadPoolExecutor clock() {
            ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("dns-timer").factory());
            clock.setRemoveOnCancelPolicy(true);
            return clock;
        }
    }
}
