package de.postlotse.replacement;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The orders to work on replacements. */
@Component
class ReplacementOrders {

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    ReplacementOrders(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Orders work for now. Under the lock of the replacement. */
    void order(long id) {
        SchedulerClient client = scheduler.getObject();
        String instance = Long.toString(id);
        boolean isNew = client.scheduleIfNotExists(
                ReplacementTask.DESCRIPTOR.instance(instance).scheduledTo(clock.instant()));
        if (!isNew) {
            try {
                client.reschedule(TaskInstanceId.of(ReplacementTask.NAME, instance), clock.instant());
            } catch (TaskInstanceCurrentlyExecutingException | ExecutionException atWorkOrPickedJustNow) {
                // It looks, under the lock that is held here, whether it is to go on.
            } catch (TaskInstanceNotFoundException justEnded) {
                throw new IllegalStateException(
                        "the order of replacement " + id + " ended without its lock", justEnded);
            }
        }
    }

    /** Whether a node works on a replacement or is about to. */
    boolean isOrdered(long id) {
        return scheduler
                .getObject()
                .getScheduledExecution(TaskInstanceId.of(ReplacementTask.NAME, Long.toString(id)))
                .isPresent();
    }

    /** At once instead of at the next look for due orders. */
    void start() {
        scheduler.getObject().triggerCheckForDueExecutions();
    }
}
