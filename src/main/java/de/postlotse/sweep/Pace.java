package de.postlotse.sweep;

import java.util.concurrent.TimeUnit;

/** Holds those who ask DNS to so many hosts a second together. */
final class Pace {

    private static final int SLICES_PER_SECOND = 10;

    private final int perSecond;
    private long next = System.nanoTime();

    /** @param perSecond 0 for as fast as they can */
    Pace(int perSecond) {
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
