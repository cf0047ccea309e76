package de.postlotse.reachability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Lets everybody have so many tests within a minute. Kept in memory: each node counts for itself. */
final class TestQuota {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int most;
    private final Clock clock;
    private final Map<String, Deque<Instant>> taken = new HashMap<>();

    TestQuota(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Takes one, if there is one left; how long to wait for the next where there is not, else zero. */
    synchronized Duration take(String who) {
        Instant now = clock.instant();
        Instant begin = now.minus(WINDOW);
        taken.values().forEach(times -> times.removeIf(time -> !time.isAfter(begin)));
        taken.values().removeIf(Deque::isEmpty);
        Deque<Instant> times = taken.computeIfAbsent(who, nobody -> new ArrayDeque<>());
        if (times.size() >= most) {
            return Duration.between(begin, times.getFirst());
        }
        times.addLast(now);
        return Duration.ZERO;
    }
}
