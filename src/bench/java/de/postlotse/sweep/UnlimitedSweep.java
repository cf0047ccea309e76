package de.postlotse.sweep;

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
     * Rounds for so long.
     *
     * @return how many hosts were asked
     */
    public long run(Duration time) {
        long before = asked();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            begin();
            while (System.nanoTime() < end && isUnderWay()) {
                LockSupport.parkNanos(5_000_000);
            }
        }
        return asked() - before;
    }

    public void round() {
        begin();
        while (isUnderWay()) {
            LockSupport.parkNanos(20_000_000);
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

    private long asked() {
        return count("select coalesce(sum(asked), 0) from sweep_part");
    }

    private long waiting() {
        return count("select count(*) from mail_host where ask_again_at is not null");
    }

    private long count(String query) {
        return database.sql(query).query(Long.class).single();
    }
}
