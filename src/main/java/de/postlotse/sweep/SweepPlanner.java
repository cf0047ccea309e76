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

    private static final int FORGOTTEN_AT_ONCE = 10_000;

    private final HostStore hosts;
    private final SweepStore store;
    private final Sweeper sweeper;
    private final SweepProperties properties;
    private final TransactionOperations transaction;
    private final Clock clock;

    SweepPlanner(
            HostStore hosts,
            SweepStore store,
            Sweeper sweeper,
            SweepProperties properties,
            TransactionOperations transaction,
            Clock clock) {
        this.hosts = hosts;
        this.store = store;
        this.sweeper = sweeper;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One node at a time. */
    void plan() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.endRounds(now);
        Optional<SweepRound> last = store.lastRound();
        if (last.isEmpty()) {
            transaction.executeWithoutResult(status -> startFirst(now));
        } else if (isDue(last.get(), now)) {
            startNext(now);
        } else {
            transaction.executeWithoutResult(status -> meanwhile(now));
        }
        sweeper.wake();
    }

    private boolean isDue(SweepRound last, Instant now) {
        SweepControl control = store.control();
        boolean isTime = control.roundWanted()
                || !last.startedAt().plus(properties.every()).isAfter(now);
        return last.endedAt() != null && isTime && !control.isPaused();
    }

    /** Of hosts that nobody knows anything of one wants to know at once, at whatever pace DNS is asked. */
    private void startFirst(Instant now) {
        hosts.addNew(null);
        store.startRound(now, Duration.ZERO);
        store.wantRound(false);
    }

    /** First the round, then the housekeeping, so that nobody waits for that. */
    private void startNext(Instant now) {
        transaction.executeWithoutResult(status -> {
            boolean atOnce = store.lockControl().roundWanted();
            store.startRound(now, atOnce ? Duration.ZERO : properties.spreadOver());
            store.wantRound(false);
        });
        sweeper.wake();
        transaction.executeWithoutResult(status -> hosts.addNew(now));
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(
                    transaction.execute(status -> hosts.forgetUnused(FORGOTTEN_AT_ONCE) == FORGOTTEN_AT_ONCE));
        }
    }

    /** New hosts are asked at once, and where staff want that the rest of the round, too. */
    private void meanwhile(Instant now) {
        hosts.addNewOfZonesChangedSince(now.minus(LATELY), now);
        SweepControl control = store.lockControl();
        if (control.roundWanted() && !control.isPaused()) {
            store.bringForward(now);
            store.wantRound(false);
        }
    }
}
