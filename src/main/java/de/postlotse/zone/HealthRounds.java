package de.postlotse.zone;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks after zones that nobody opens: lists know of a broken one before its customer does. */
@Configuration
class HealthRounds {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int ZONES_A_ROUND = 200;

    /** One node at a time makes the round; after a restart the next one starts with the zones it had not reached. */
    @Bean
    RecurringTask<Void> healthRound(MailHealth health) {
        return Tasks.recurring("check-mail-health", FixedDelay.of(PAUSE))
                .execute((instance, context) -> health.refreshStale(ZONES_A_ROUND));
    }
}
