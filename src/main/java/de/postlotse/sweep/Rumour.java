package de.postlotse.sweep;

import de.postlotse.zone.HostCondition;
import java.time.Duration;
import java.time.Instant;

/**
 * A condition that was seen, and not often enough to be believed.
 *
 * @param since when it was seen for the first time
 * @param rounds how often it was seen, each time long enough after the one before
 * @param seenAt the last of these times
 */
record Rumour(HostCondition condition, Instant since, int rounds, Instant seenAt) {

    /** One failure is nobody's finding, and two may have the same cause. */
    private static final int ENOUGH = 3;

    static Rumour first(HostCondition condition, Instant at) {
        return new Rumour(condition, at, 1, at);
    }

    /** Seen once more; what comes too soon after the last time does not count. */
    Rumour seenAgain(Instant at, Duration apart) {
        return at.isBefore(countsFrom(apart)) ? this : new Rumour(condition, since, rounds + 1, at);
    }

    Instant countsFrom(Duration apart) {
        return seenAt.plus(apart);
    }

    boolean isBelieved() {
        return rounds >= ENOUGH;
    }
}
