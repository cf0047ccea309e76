package de.postlotse.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps a name server that is down or slow from delaying the zones of others: only a few workers are with one server
 * at a time, and one that cannot be reached rests for a while before anybody tries it again.
 */
@Component
class ServerGate {

    private static final Duration FIRST_REST = Duration.ofMillis(500);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);
    private static final Duration QUEUE = Duration.ofMillis(200);

    private final Map<String, Load> loads = new ConcurrentHashMap<>();
    private final Clock clock;

    ServerGate(Clock clock) {
        this.clock = clock;
    }

    /**
     * Asks to work with a server.
     *
     * @param places how many workers the server takes at once
     * @return null where one may; then {@link #leave} has to follow. Otherwise when to ask again
     */
    @Nullable
    Instant enter(String server, int places) {
        Instant now = clock.instant();
        Load before = loads.compute(server, (id, load) -> {
            Load current = load == null ? Load.NONE : load;
            return current.admits(now, places) ? current.entered() : current.refused();
        });
        if (before.admitted()) {
            return null;
        }
        Instant free = before.restsUntil().isAfter(now) ? before.restsUntil() : now;
        return free.plusMillis(ThreadLocalRandom.current().nextLong(QUEUE.toMillis()));
    }

    /** Ends the rest of a server: somebody knows that it can be reached again. */
    void wake(String server) {
        loads.computeIfPresent(server, (id, load) -> load.rested());
    }

    /** The work with a server is over. */
    void leave(String server, boolean reached) {
        Instant now = clock.instant();
        loads.computeIfPresent(server, (id, load) -> reached ? load.answered() : load.failed(now));
    }

    /**
     * What is known of a server.
     *
     * @param admitted what became of the last request to enter
     */
    private record Load(int workers, int failures, Instant restsUntil, boolean admitted) {

        static final Load NONE = new Load(0, 0, Instant.EPOCH, true);

        boolean admits(Instant now, int places) {
            return workers < places && !restsUntil.isAfter(now);
        }

        Load entered() {
            return new Load(workers + 1, failures, restsUntil, true);
        }

        Load refused() {
            return new Load(workers, failures, restsUntil, false);
        }

        Load rested() {
            return new Load(workers, 0, Instant.EPOCH, admitted);
        }

        Load answered() {
            return new Load(workers - 1, 0, Instant.EPOCH, admitted);
        }

        Load failed(Instant now) {
            Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures, 10));
            return new Load(
                    workers - 1,
                    failures + 1,
                    now.plus(rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest),
                    admitted);
        }
    }
}
