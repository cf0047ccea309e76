package de.postlotse.zone;

import de.postlotse.store.RetriedWhileStoreIsAway;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what publishing tells about a zone, so that pages show how far the name server is. */
@Component
class PublicationNews {

    private final ZoneRepository zones;

    PublicationNews(ZoneRepository zones) {
        this.zones = zones;
    }

    @EventListener
    @RetriedWhileStoreIsAway
    @Transactional
    void on(ZoneServed news) {
        zones.findForUpdate(news.zoneId())
                .ifPresent(
                        zone -> zone.served(news.version(), news.sets(), news.serial(), news.at(), news.everywhere()));
    }

    @EventListener
    @RetriedWhileStoreIsAway
    @Transactional
    void on(ZoneNotServed news) {
        zones.findForUpdate(news.zoneId())
                .ifPresent(zone ->
                        zone.notServed(news.problem(), news.at(), news.attempts(), news.nextAttempt(), news.overdue()));
    }

    @EventListener
    @RetriedWhileStoreIsAway
    @Transactional
    void on(ZoneCompared news) {
        zones.findForUpdate(news.zoneId())
                .ifPresent(zone -> zone.compared(news.version(), news.found(), news.serial(), news.at()));
    }
}
