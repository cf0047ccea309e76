package de.postlotse.lookup;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the budget whatever dnsjava, the resolvers or the JVM's common pool are busy with. Its one thread only starts
 * others.
 */
final class Timer {

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
