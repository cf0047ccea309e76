package de.postlotse.zone;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks after zones that nobody opens: whether the world asks us about them, and whether a broken one is mended. */
@Configuration
class HealthRounds {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** A million zones a day, with some to spare. */
    private static final int DELEGATIONS_A_ROUND = 1_500;

    private static final int BROKEN_A_ROUND = 1_000;

    /** One node at a time makes the round; after a restart the next one starts with the zones it had not reached. */
    @Bean
    RecurringTask<Void> healthRound(MailHealth health) {
        return Tasks.recurring("check-mail-health", FixedDelay.of(PAUSE)).execute((instance, context) -> {
            health.refreshBroken(BROKEN_A_ROUND);
            health.refreshDelegations(DELEGATIONS_A_ROUND);
        });
    }
}
