package de.postlotse.planned;

import de.postlotse.work.Round;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for steps whose time has come; one node at a time, and after a restart all that have become due meanwhile. */
@Configuration
class PlannedRounds {

    @Bean
    Round plannedRound(StepRunner runner, PlannedProperties properties) {
        return new Round("planned-steps", properties.lookEvery(), context -> runner.runDue());
    }

    @Bean
    Round plannedPurge(PlannedSteps steps) {
        return new Round("purge-planned-steps", Duration.ofHours(1), context -> steps.purge());
    }
}
