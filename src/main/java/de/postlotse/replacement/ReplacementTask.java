package de.postlotse.replacement;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/** The durable order to work on a replacement: kept, chunk after chunk, until every zone was tried or staff stop it. */
@Configuration
class ReplacementTask {

    static final String NAME = "replace-host";
    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of(NAME);

    private final ObjectProvider<Scheduler> scheduler;
    private final ReplacementWork work;
    private final ReplacementStore store;
    private final TransactionOperations transaction;
    private final Clock clock;

    ReplacementTask(
            ObjectProvider<Scheduler> scheduler,
            ReplacementWork work,
            ReplacementStore store,
            TransactionOperations transaction,
            Clock clock) {
        this.scheduler = scheduler;
        this.work = work;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    CustomTask<Void> replaceHost() {
        return Tasks.custom(DESCRIPTOR)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(1)))
                .execute((instance, context) -> {
                    long id = Long.parseLong(instance.getId());
                    Instant next = store.find(id)
                            .map(replacement -> work.chunk(
                                    replacement,
                                    () -> context.getSchedulerState().isShuttingDown()))
                            .orElseGet(clock::instant);
                    return (complete, operations) -> goOn(id, next, complete, operations);
                });
    }

    /** Looks under the lock that staff's wishes hold too: one is either seen here or makes a new order. */
    private void goOn(long id, Instant next, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        transaction.executeWithoutResult(status -> {
            if (store.lock(id).filter(ReplacementState.RUNNING::equals).isEmpty()) {
                operations.stop();
            } else if (store.waiting(id, 1).isEmpty()) {
                store.setState(id, ReplacementState.DONE);
                operations.stop();
            } else {
                operations.reschedule(complete, next);
            }
        });
        scheduler.getObject().triggerCheckForDueExecutions();
    }
}
