package de.postlotse.desk.sweep;

import de.postlotse.work.Round;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Finds the hosts that zones name, and begins a round when it is time. */
@Component
record SweepPlanner(
        HostStore hosts,
        SweepStore store,
        Sweeper sweeper,
        SweepProperties properties,
        TransactionOperations transaction,
        Clock clock) {

    static final String TASK = "plan-sweep";

    /** Far longer than between two looks, and than any transaction lasts. */
    private static final Duration LATELY = Duration.ofMinutes(15);

    private static final int FORGOTTEN_AT_ONCE = 10_000;

    /** One node at a time plans; every node then does its share. */
    @Bean
    Round planSweep() {
        return new Round(TASK, properties.lookEvery(), context -> plan());
    }

    void plan() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.endRounds(now);
        Optional<SweepStore.Round> last = store.lastRound();
        if (last.isEmpty()) {
            transaction.executeWithoutResult(status -> startFirst(now));
        } else if (isDue(last.get(), now)) {
            startNext(now);
        } else {
            transaction.executeWithoutResult(status -> meanwhile(now));
        }
        sweeper.wake();
    }

    private boolean isDue(SweepStore.Round last, Instant now) {
        SweepStore.Control control = store.control();
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
        SweepStore.Control control = store.lockControl();
        if (control.roundWanted() && !control.isPaused()) {
            store.bringForward(now);
            store.wantRound(false);
        }
    }
}
