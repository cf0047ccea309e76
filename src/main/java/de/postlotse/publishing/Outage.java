package de.postlotse.publishing;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A name server that cannot be reached: it is left alone for a while, which grows with each attempt. */
final class Outage {

    private static final Duration FIRST_REST = Duration.ofMillis(500);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    /** A single zone that cannot be reached is no outage that others have waited for. */
    private static final int LONG = 3;

    private final LongSupplier nanoTime;
    private int failures;
    private long restsUntil;

    /** @param nanoTime {@link System#nanoTime} */
    Outage(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Another attempt has failed. */
    synchronized void goesOn() {
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures, 10));
        failures++;
        restsUntil = nanoTime.getAsLong() + (rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest).toNanos();
    }

    /**
     * The name server has answered, or somebody believes that it would.
     *
     * @return whether it had been away for so long that its zones may be waiting for it
     */
    synchronized boolean end() {
        boolean wasLong = failures >= LONG;
        failures = 0;
        restsUntil = nanoTime.getAsLong();
        return wasLong;
    }

    /** Whether the last attempt failed. */
    synchronized boolean isKnown() {
        return failures > 0;
    }

    /** Whether it is to be left alone now. */
    synchronized boolean lasts() {
        return isKnown() && restsUntil - nanoTime.getAsLong() > 0;
    }

    /** How long it is to be left alone still; otherwise the given pause. */
    synchronized Duration left(Duration otherwise) {
        return lasts() ? Duration.ofNanos(restsUntil - nanoTime.getAsLong()).plusMillis(1) : otherwise;
    }
}
