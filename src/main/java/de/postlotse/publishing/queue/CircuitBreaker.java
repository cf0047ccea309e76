package de.postlotse.publishing.queue;

import de.postlotse.work.BackOff;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Leaves a name server that cannot be reached alone for a while, which grows with each attempt that fails. */
final class CircuitBreaker {

    private static final BackOff RESTS = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(30));

    /** A single zone that cannot be reached is no outage that others have waited for. */
    private static final int LONG = 3;

    private final LongSupplier nanoTime;
    private int failures;
    private long openUntil;

    /** @param nanoTime {@link System#nanoTime} */
    CircuitBreaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Another attempt has failed. */
    synchronized void open() {
        failures++;
        openUntil = nanoTime.getAsLong() + RESTS.after(failures).toNanos();
    }

    /**
     * The name server has answered, or somebody believes that it would.
     *
     * @return whether it had been away for so long that its zones may be waiting for it
     */
    synchronized boolean close() {
        boolean wasLong = failures >= LONG;
        failures = 0;
        return wasLong;
    }

    /** Whether the last attempt failed. */
    synchronized boolean hasFailed() {
        return failures > 0;
    }

    /** Whether the name server is to be left alone now. */
    synchronized boolean isOpen() {
        return hasFailed() && openUntil - nanoTime.getAsLong() > 0;
    }

    /** How long the name server is to be left alone still; otherwise the given pause. */
    synchronized Duration remaining(Duration otherwise) {
        return isOpen() ? Duration.ofNanos(openUntil - nanoTime.getAsLong()).plusMillis(1) : otherwise;
    }
}
