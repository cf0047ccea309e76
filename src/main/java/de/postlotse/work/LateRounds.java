package de.postlotse.work;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Pulls in rounds that are due later than their pause allows: a node whose clock was ahead has put them there, and they
 * would wait for as long as it was.
 */
@Configuration
@EnableScheduling
class LateRounds {

    private static final Logger log = LoggerFactory.getLogger(LateRounds.class);
    /** Clocks of nodes differ a little, always. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final List<Round> rounds;
    private final JdbcClient store;
    private final Clock clock;

    LateRounds(List<Round> rounds, JdbcClient store, Clock clock) {
        this.rounds = rounds;
        this.store = store;
        this.clock = clock;
    }

    /** Not one of the rounds itself, which a wrong clock holds up; the time between is measured without a clock on the wall. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void pullIn() {
        try {
            rounds.forEach(this::pullIn);
        } catch (DataAccessException e) {
            log.debug("could not look for rounds that are due too late", e);
        }
    }

    private void pullIn(Round round) {
        Instant now = clock.instant();
        int late = store.sql("""
                        update scheduled_tasks set execution_time = ?, version = version + 1
                        where task_name = ? and task_instance = ? and picked = false and execution_time > ?""")
                .params(
                        now.atOffset(ZoneOffset.UTC),
                        round.getName(),
                        RecurringTask.INSTANCE,
                        now.plus(round.pause()).plus(TOLERANCE).atOffset(ZoneOffset.UTC))
                .update();
        if (late > 0) {
            log.warn(
                    "{} was due later than its pause of {} allows; was a clock ahead?", round.getName(), round.pause());
        }
    }
}
