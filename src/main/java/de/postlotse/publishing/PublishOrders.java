package de.postlotse.publishing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import de.postlotse.zone.ZoneChanged;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Records, inside the transaction of an edit, that a zone is to be published: one order a zone, whatever changes. */
@Component
public class PublishOrders {

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    PublishOrders(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * An order that waits is brought forward. One that is being carried out is left alone: it looks, under the zone's
     * lock that this transaction holds now, whether the zone has changed before it ends.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void record(ZoneChanged change) {
        order(change.zoneId());
    }

    /** Publishes a zone now instead of at its next attempt; staff ask for it once they have mended something. */
    public void now(long zoneId) {
        order(zoneId);
        scheduler.getObject().triggerCheckForDueExecutions();
    }

    /** Starts at once instead of at the next look for due orders. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void start(ZoneChanged change) {
        scheduler.getObject().triggerCheckForDueExecutions();
    }

    private void order(long zoneId) {
        SchedulerClient client = scheduler.getObject();
        String instance = Long.toString(zoneId);
        boolean isNew = client.scheduleIfNotExists(
                PublishTask.DESCRIPTOR.instance(instance).scheduledTo(clock.instant()));
        if (!isNew) {
            bringForward(client, TaskInstanceId.of(PublishTask.NAME, instance));
        }
    }

    private void bringForward(SchedulerClient client, TaskInstanceId order) {
        try {
            client.reschedule(order, clock.instant());
        } catch (TaskInstanceCurrentlyExecutingException beingPublished) {
            // It will find this version when it is done with the one before.
        } catch (TaskInstanceNotFoundException justPublished) {
            // The order was carried out between the two looks.
        }
    }
}
