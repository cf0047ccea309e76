package de.postlotse.publishing;

import com.github.kagkarlsson.scheduler.Scheduler;
import de.postlotse.zone.ZoneChanged;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Records, inside the transaction of an edit, that a zone is to be published: one order a zone, whatever changes. */
@Component
public class PublishOrders {

    private final ObjectProvider<Scheduler> scheduler;
    private final Zones zones;
    private final ServerGate gate;
    private final JdbcClient store;
    private final Clock clock;

    PublishOrders(ObjectProvider<Scheduler> scheduler, Zones zones, ServerGate gate, JdbcClient store, Clock clock) {
        this.scheduler = scheduler;
        this.zones = zones;
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
        startSoon();
    }

    /** Publishes a zone now instead of at its next attempt; staff ask for it once they have mended something. */
    @Transactional
    public void now(ZoneSnapshot zone) {
        gate.wake(zone.nameServer());
        zones.lockedVersion(zone.id());
        order(zone.id());
        startSoon();
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
        startSoon();
        return forward;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Once this is committed, instead of at the next look for due orders. */
    private void startSoon() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.getObject().triggerCheckForDueExecutions();
            }
        });
    }

    /** Under the zone's lock: then the order can neither come into being nor end meanwhile. */
    private void order(long zoneId) {
        Instant now = clock.instant();
        String instance = Long.toString(zoneId);
        boolean isNew = scheduler
                .getObject()
                .scheduleIfNotExists(PublishTask.DESCRIPTOR.instance(instance).scheduledTo(now));
        if (!isNew) {
            bringForward(instance);
        }
    }

    /**
     * In one statement, because whoever carries it out may pick it at this moment; then it is left alone: it will find
     * this version when it is done with the one before.
     */
    private void bringForward(String instance) {
        store.sql("""
                        update scheduled_tasks set execution_time = ?, version = version + 1
                        where task_name = ? and task_instance = ? and picked = false and execution_time > ?""").params(now(), PublishTask.NAME, instance, now()).update();
    }
}
