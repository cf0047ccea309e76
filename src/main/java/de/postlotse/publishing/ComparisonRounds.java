package de.postlotse.publishing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for changes that somebody else made at the name servers, a few zones at a time. */
@Configuration
class ComparisonRounds {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** One node at a time makes the round; what it had not reached is the beginning of the next one. */
    @Bean
    RecurringTask<Void> comparisonRound(Comparison comparison) {
        return Tasks.recurring("compare-with-name-servers", FixedDelay.of(PAUSE))
                .execute((instance, context) -> comparison.round());
    }
}
