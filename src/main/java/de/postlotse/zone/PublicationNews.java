package de.postlotse.zone;

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
    @Transactional
    void on(ZoneServed news) {
        zones.findForUpdate(news.zoneId())
                .ifPresent(zone ->
                        zone.served(news.version(), MxLines.write(zone.name(), news.sets()), news.serial(), news.at()));
    }

    @EventListener
    @Transactional
    void on(ZoneNotServed news) {
        zones.findForUpdate(news.zoneId())
                .ifPresent(zone -> zone.notServed(news.problem(), news.at(), news.attempts(), news.nextAttempt()));
    }
}
