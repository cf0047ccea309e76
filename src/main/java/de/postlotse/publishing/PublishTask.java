package de.postlotse.publishing;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/** The durable order to publish a zone: kept until the name server answers with what the store wants. */
@Configuration
class PublishTask {

    static final String NAME = "publish-zone";
    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of(NAME);

    private final Publisher publisher;
    private final Zones zones;
    private final TransactionOperations transaction;
    private final Clock clock;

    PublishTask(Publisher publisher, Zones zones, TransactionOperations transaction, Clock clock) {
        this.publisher = publisher;
        this.zones = zones;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    CustomTask<Void> publishZone() {
        return Tasks.custom(DESCRIPTOR)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(1)))
                .execute((instance, context) -> {
                    long zoneId = Long.parseLong(instance.getId());
                    Publisher.Outcome outcome = publisher.publish(zoneId);
                    return completion(zoneId, outcome);
                });
    }

    private CompletionHandler<Void> completion(long zoneId, Publisher.Outcome outcome) {
        return (complete, operations) -> {
            switch (outcome) {
                case Publisher.Outcome.Done done -> finish(zoneId, done.version(), complete, operations);
                case Publisher.Outcome.Again again ->
                    operations.reschedule(
                            ExecutionComplete.failure(
                                    complete.getExecution(), complete.getTimeDone(), complete.getTimeDone(), null),
                            again.at());
            }
        };
    }

    /**
     * Ends the order, unless the zone has moved on meanwhile. The look and the end are one transaction under the
     * zone's lock, which every edit holds too: a change either is seen here or finds no order and makes one.
     */
    private void finish(long zoneId, long published, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        transaction.executeWithoutResult(status -> {
            if (zones.lockedVersion(zoneId) > published) {
                operations.reschedule(complete, clock.instant());
            } else {
                operations.stop();
            }
        });
    }
}
