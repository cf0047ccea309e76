package de.postlotse.desk.sweep;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import de.postlotse.account.Caller;
import de.postlotse.store.RetriedWhileStoreIsAway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the sweep is, and what staff want of it. */
@Service
public class Sweeps {

    private static final Duration SPEED_OVER = Duration.ofMinutes(5);

    /** Counting millions of hosts for each look at a page would cost more than it tells. */
    private static final Duration COUNTS_KEPT = Duration.ofSeconds(10);

    private final SweepStore store;
    private final HostStore hosts;
    private final Sweeper sweeper;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;
    private volatile @Nullable Counts counts;

    private record Counts(SweepStatus.Counts census, long onTheirOwn, Instant at) {}

    Sweeps(SweepStore store, HostStore hosts, Sweeper sweeper, ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.store = store;
        this.hosts = hosts;
        this.sweeper = sweeper;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public SweepStatus status(Caller caller) {
        caller.requireStaff();
        Instant now = clock.instant();
        SweepStore.Control control = store.control();
        Counts counted = counts(now);
        Optional<SweepStore.Round> last = store.lastRound();
        Instant startedAt = last.map(SweepStore.Round::startedAt).orElse(null);
        Instant endedAt = last.map(SweepStore.Round::endedAt).orElse(null);
        int all = last.map(SweepStore.Round::hosts).orElse(0);
        SweepStore.Figures figures =
                last.map(round -> store.figures(round.id())).orElseGet(() -> new SweepStore.Figures(0, null));
        double perSecond = perSecond(startedAt, endedAt, now);
        return new SweepStatus(
                startedAt,
                endedAt,
                all,
                figures.hostsDone(),
                perSecond,
                control.isPaused() ? null : throughAt(figures.lastDue(), all - figures.hostsDone(), perSecond, now),
                counted.census(),
                counted.onTheirOwn(),
                control.pausedBy(),
                control.pausedSince(),
                control.roundWanted());
    }

    /** How far the last round is, without counting hosts; empty where there was none. */
    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public Optional<RoundProgress> round(Caller caller) {
        caller.requireStaff();
        return store.lastRound()
                .map(round -> new RoundProgress(store.figures(round.id()).hostsDone(), round.hosts()));
    }

    /** So many hosts of a round need not be asked any more, out of so many. */
    public record RoundProgress(long done, long hosts) {}

    private double perSecond(@Nullable Instant startedAt, @Nullable Instant endedAt, Instant now) {
        if (startedAt == null) {
            return 0;
        }
        Instant from = now.minus(SPEED_OVER);
        Instant since = startedAt.isAfter(from) ? startedAt : from;
        Instant until = endedAt == null ? now : endedAt;
        long millis = Math.max(1_000, Duration.between(since, until).toMillis());
        return store.askedSince(since) * 1_000.0 / millis;
    }

    /** Not before the last part is due, and not before all that is left is asked at the present speed. */
    private static @Nullable Instant throughAt(@Nullable Instant lastDue, long left, double perSecond, Instant now) {
        if (lastDue == null) {
            return null;
        }
        if (lastDue.isAfter(now)) {
            return lastDue;
        }
        return perSecond > 0 ? now.plusSeconds((long) (left / perSecond)) : null;
    }

    private Counts counts(Instant now) {
        Counts known = counts;
        if (known == null || known.at().plus(COUNTS_KEPT).isBefore(now)) {
            known = new Counts(hosts.census(), hosts.countAskedOnTheirOwn(), now);
            counts = known;
        }
        return known;
    }

    /** Stops asking, after what is being asked at this moment. */
    @Transactional
    public void pause(Caller caller) {
        caller.requireStaff();
        store.pause(caller.username(), clock.instant());
    }

    public void goOn(Caller caller) {
        caller.requireStaff();
        store.goOn();
        sweeper.wake();
    }

    /** Asks all hosts that are left of this round now instead of over the day; where none is running a new one begins. */
    public void askAllNow(Caller caller) {
        caller.requireStaff();
        store.wantRound(true);
        plan();
    }

    private void plan() {
        try {
            scheduler
                    .getObject()
                    .reschedule(TaskInstanceId.of(SweepPlanner.TASK, RecurringTask.INSTANCE), clock.instant());
            scheduler.getObject().triggerCheckForDueExecutions();
        } catch (TaskInstanceCurrentlyExecutingException
                | TaskInstanceNotFoundException
                | ExecutionException plannedAnyway) {
            // The next look is not far away.
        }
    }
}
