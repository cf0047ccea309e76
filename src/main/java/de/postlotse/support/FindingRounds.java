package de.postlotse.support;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the list of findings up to date; one node at a time, so that nobody else writes the same rows. */
@Configuration
class FindingRounds {

    @Bean
    RecurringTask<Void> findingRound(FindingRefresh refresh, ReviewProperties properties) {
        return Tasks.recurring("refresh-findings", FixedDelay.of(properties.refreshEvery()))
                .execute((instance, context) ->
                        refresh.run(() -> context.getSchedulerState().isShuttingDown()));
    }
}
