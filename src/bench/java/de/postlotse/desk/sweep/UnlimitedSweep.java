package de.postlotse.desk.sweep;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sweep of a running application, driven from round to round without a pause between them. */
public final class UnlimitedSweep {

    private final SweepStore store;
    private final SweepPlanner planner;
    private final Sweeper sweeper;
    private final JdbcClient database;

    public UnlimitedSweep(BeanFactory beans) {
        this.store = beans.getBean(SweepStore.class);
        this.planner = beans.getBean(SweepPlanner.class);
        this.sweeper = beans.getBean(Sweeper.class);
        this.database = beans.getBean(JdbcClient.class);
    }

    /** All hosts, until what was seen of each is believed. */
    public void settle() {
        round();
        while (waiting() > 0) {
            sweeper.wake();
            LockSupport.parkNanos(100_000_000);
        }
    }

    /**
     * Whole rounds for so long at least: nothing is left that would go on beside what comes next.
     *
     * @return how many hosts were asked in a second, with what it takes to plan rounds and to write down what was seen
     */
    public double run(Duration time) {
        long start = System.nanoTime();
        long asked = 0;
        do {
            round();
            asked +=
                    store.lastRound().map(SweepStore.Round::id).map(this::asked).orElseThrow();
        } while (System.nanoTime() - start < time.toNanos());
        return asked * 1e9 / (System.nanoTime() - start);
    }

    public void round() {
        begin();
        while (isUnderWay()) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void begin() {
        if (!isUnderWay()) {
            store.wantRound(true);
            planner.plan();
        }
        sweeper.wake();
    }

    private boolean isUnderWay() {
        return store.lastRound().filter(round -> round.endedAt() == null).isPresent();
    }

    /** Of one round: the parts of old ones are forgotten meanwhile. */
    private long asked(long round) {
        return database.sql("select coalesce(sum(asked), 0) from sweep_part where round_id = ?")
                .param(round)
                .query(Long.class)
                .single();
    }

    private long waiting() {
        return database.sql("select count(*) from mail_host where ask_again_at is not null")
                .query(Long.class)
                .single();
    }
}
