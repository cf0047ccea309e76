package de.postlotse.sweep;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Plans the sweep, one node at a time; every node then does its share. */
@Configuration
class SweepRounds {

    static final String NAME = "plan-sweep";

    @Bean
    RecurringTask<Void> planSweep(SweepPlanner planner, SweepProperties properties) {
        return Tasks.recurring(NAME, FixedDelay.of(properties.lookEvery()))
                .execute((instance, context) -> planner.plan());
    }
}
