package de.postlotse.publishing.queue;

import de.postlotse.zone.ZoneChanged;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Orders zones to be published: inside the transaction of an edit, or because staff ask for it. */
@Component
public class PublishOrders {

    private final PublishQueue orders;
    private final Zones zones;
    private final NameServerWorkers workers;
    private final PublishMeters meters;

    PublishOrders(PublishQueue orders, Zones zones, NameServerWorkers workers, PublishMeters meters) {
        this.orders = orders;
        this.zones = zones;
        this.workers = workers;
        this.meters = meters;
    }

    /**
     * One order a zone, whatever changes. Whoever carries it out at this moment looks, under the zone's lock that this
     * transaction holds now, whether the zone has changed before it ends.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void record(ZoneChanged change) {
        orders.order(change.zoneId(), change.nameServer());
        afterCommit(() -> {
            meters.changed(change.zoneId());
            workers.hurry(change.nameServer());
        });
    }

    /** Publishes a zone now instead of at its next attempt; staff ask for it once they have mended something. */
    @Transactional
    public void now(ZoneSnapshot zone) {
        zones.lockedVersions(List.of(zone.id()));
        orders.order(zone.id(), zone.nameServer());
        afterCommit(() -> workers.tryAgain(zone.nameServer()));
    }

    /**
     * The same for all zones of a name server that are being tried again.
     *
     * @return how many
     */
    @Transactional
    public int nowAll(String nameServer) {
        int forward = orders.bringForward(nameServer);
        afterCommit(() -> workers.tryAgain(nameServer));
        return forward;
    }

    private static void afterCommit(Runnable wake) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }
}
