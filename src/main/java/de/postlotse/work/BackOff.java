package de.postlotse.work;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Growing pauses between attempts: each is twice as long as the one before.
 *
 * @param first the pause after the first failure
 * @param longest no pause is longer
 */
public record BackOff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    /**
     * The pause before the next attempt.
     *
     * @param failures how many attempts have failed in a row, from 1 on
     */
    public Duration after(int failures) {
        Duration pause = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    /** Up to a quarter of a pause at random, so that what waits for the same thing does not start at the same moment. */
    public static Duration quarterAtRandom(Duration pause) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4 + 1));
    }
}
