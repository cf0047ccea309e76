package de.postlotse.lookup.resolver;

import java.time.Duration;

/** The moment at which an answer must be there; shared by everything that is asked for it. */
record Deadline(long nanoTime) {

    static Deadline in(Duration budget) {
        return new Deadline(System.nanoTime() + budget.toNanos());
    }

    /** The time that is left, never negative. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    /** A deadline that leaves time for something after it: at most this far away, and before this one in any case. */
    Deadline within(Duration limit) {
        Duration most = remaining().multipliedBy(9).dividedBy(10);
        return in(most.compareTo(limit) < 0 ? most : limit);
    }
}
