package de.postlotse.publishing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import de.postlotse.zone.ZoneChanged;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Records, inside the transaction of an edit, that a zone is to be published: one order a zone, whatever changes. */
@Component
public class PublishOrders {

    private final ObjectProvider<Scheduler> scheduler;
    private final ServerGate gate;
    private final JdbcClient store;
    private final Clock clock;

    PublishOrders(ObjectProvider<Scheduler> scheduler, ServerGate gate, JdbcClient store, Clock clock) {
        this.scheduler = scheduler;
        this.gate = gate;
        this.store = store;
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
    public void now(ZoneSnapshot zone) {
        gate.wake(zone.nameServer());
        order(zone.id());
        scheduler.getObject().triggerCheckForDueExecutions();
    }

    /**
     * The same for all zones of a name server that are being tried again.
     *
     * @return how many
     */
    @Transactional
    public int nowAll(String nameServer) {
        gate.wake(nameServer);
        int forward = store.sql("""
                        update scheduled_tasks set execution_time = ?, version = version + 1
                        where task_name = ? and picked = false and execution_time > ?
                        and task_instance in (
                            select cast(id as varchar(20)) from zone
                            where name_server = ? and publication_state in ('FAILING', 'OVERDUE'))""")
                .params(now(), PublishTask.NAME, now(), nameServer)
                .update();
        scheduler.getObject().triggerCheckForDueExecutions();
        return forward;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
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
