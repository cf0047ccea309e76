package de.postlotse.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** How long to wait before trying again, and from when on that is a finding; giving up is not foreseen. */
@Component
class Patience {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Duration overdueAfter;

    Patience(PublishingProperties properties) {
        this.overdueAfter = properties.overdueAfter();
    }

    /** Twice as long after each failure, and not for all zones at the same moment. */
    Duration untilNextAttempt(int failures) {
        Duration pause = shorter(FIRST.multipliedBy(1L << Math.min(failures - 1, 10)), LONGEST);
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4 + 1));
    }

    /** Half as long as it has taken the other name servers so far. */
    Duration untilNextLook(Instant since, Instant now) {
        Duration half = Duration.between(since, now).dividedBy(2);
        return shorter(half.compareTo(FIRST) < 0 ? FIRST : half, LONGEST);
    }

    boolean isOverdue(Instant since, Instant now) {
        return since.plus(overdueAfter).compareTo(now) <= 0;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
