package de.postlotse.planned;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for steps whose time has come; one node at a time, and after a restart all that have become due meanwhile. */
@Configuration
class PlannedRounds {

    @Bean
    RecurringTask<Void> plannedRound(StepRunner runner, PlannedProperties properties) {
        return Tasks.recurring("planned-steps", FixedDelay.of(properties.lookEvery()))
                .execute((instance, context) -> runner.runDue());
    }
}
