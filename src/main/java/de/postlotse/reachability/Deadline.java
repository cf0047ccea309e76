package de.postlotse.reachability;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** The moment at which a conversation is over, however slowly the other side talks. */
final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Milliseconds until then, at least one. */
    int millisLeft() throws SocketTimeoutException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("over");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }
}
