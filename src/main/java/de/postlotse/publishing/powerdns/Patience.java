package de.postlotse.publishing.powerdns;

import de.postlotse.publishing.NameServerException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Tries again what a busy server could not do, with growing pauses of which no two writers have the same. */
final class Patience {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private Patience() {}

    /** @throws NameServerException of the last attempt */
    static void with(Runnable attempt) {
        long end = System.nanoTime() + LONGEST.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                attempt.run();
                return;
            } catch (PowerDnsApi.BusyException e) {
                Duration next = pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis()));
                if (System.nanoTime() + next.toNanos() > end) {
                    throw e;
                }
                pause(next);
                pause = pause.multipliedBy(2);
            }
        }
    }

    /** @throws NameServerException where the application stops meanwhile */
    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NameServerException(NameServerException.Reason.UNREACHABLE, "interrupted while waiting", e);
        }
    }
}
