package de.postlotse.desk.finding;

import de.postlotse.desk.sweep.HostConditionSettled;
import de.postlotse.zone.ChangeRecorded;
import de.postlotse.zone.ZoneConditionChanged;
import de.postlotse.zone.ZoneHandedBack;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes whose findings have to be made anew, in the transaction of what they follow from. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FindingEvents {

    private final RefreshQueue queue;
    private final IncidentStore incidents;

    FindingEvents(RefreshQueue queue, IncidentStore incidents) {
        this.queue = queue;
        this.incidents = incidents;
    }

    @EventListener
    void on(ChangeRecorded change) {
        queue.add(change.zoneId());
    }

    @EventListener
    void on(ZoneConditionChanged change) {
        queue.add(change.zoneId());
    }

    /** However many zones name the host: they are found when their turn comes. */
    @EventListener
    void on(HostConditionSettled news) {
        queue.add(news.host());
    }

    /** Its findings go with the zone, and incidents have a zone less. */
    @EventListener
    void on(ZoneHandedBack news) {
        incidents.askAbout(news.zoneId());
    }
}
