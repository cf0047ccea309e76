package de.postlotse.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Finds the hosts that zones name, and begins a round when it is time. */
@Component
class SweepPlanner {

    /** Far longer than between two looks, and than any transaction lasts. */
    private static final Duration LATELY = Duration.ofMinutes(15);

    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final HostStore hosts;
    private final SweepStore store;
    private final SweepProperties properties;
    private final TransactionOperations transaction;
    private final Clock clock;

    SweepPlanner(
            HostStore hosts,
            SweepStore store,
            SweepProperties properties,
            TransactionOperations transaction,
            Clock clock) {
        this.hosts = hosts;
        this.store = store;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * One node at a time.
     *
     * @return whether there may be something to do now
     */
    boolean plan() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.endRounds(now);
        Optional<SweepRound> last = store.lastRound();
        Boolean planned = last.isEmpty()
                ? transaction.execute(status -> startFirst(now))
                : isDue(last.get(), now) ? startNext(now) : transaction.execute(status -> meanwhile(now));
        return Boolean.TRUE.equals(planned);
    }

    private boolean isDue(SweepRound last, Instant now) {
        SweepControl control = store.control();
        boolean isTime = control.roundWanted()
                || !last.startedAt().plus(properties.every()).isAfter(now);
        return last.endedAt() != null && isTime && !control.isPaused();
    }

    /** Of hosts that nobody knows anything of one wants to know at once, at whatever pace DNS is asked. */
    private boolean startFirst(Instant now) {
        hosts.addNew(null);
        store.startRound(now, Duration.ZERO);
        store.wantRound(false);
        return true;
    }

    private boolean startNext(Instant now) {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(
                    transaction.execute(status -> hosts.forgetUnused(FORGOTTEN_AT_ONCE) == FORGOTTEN_AT_ONCE));
        }
        transaction.executeWithoutResult(status -> {
            boolean atOnce = store.lockControl().roundWanted();
            store.startRound(now, atOnce ? Duration.ZERO : properties.spreadOver());
            store.wantRound(false);
            hosts.addNew(now);
        });
        return true;
    }

    /** New hosts are asked at once, and where staff want that the rest of the round, too. */
    private boolean meanwhile(Instant now) {
        boolean found = hosts.addNewOfZonesChangedSince(now.minus(LATELY), now) > 0;
        SweepControl control = store.lockControl();
        if (control.roundWanted() && !control.isPaused()) {
            store.bringForward(now);
            store.wantRound(false);
            return true;
        }
        return found;
    }
}
