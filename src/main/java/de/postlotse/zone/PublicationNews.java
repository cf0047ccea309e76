package de.postlotse.zone;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what publishing tells about zones, so that pages show how far the name servers are. */
@Component
class PublicationNews {

    private final ZoneRepository zones;
    private final ApplicationEventPublisher events;

    PublicationNews(ZoneRepository zones, ApplicationEventPublisher events) {
        this.zones = zones;
        this.events = events;
    }

    @EventListener
    @Transactional
    void on(ZonesReported report) {
        Map<Long, Zone> concerned =
                zones
                        .findAllForUpdate(report.news().stream()
                                .map(ZoneNews::zoneId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Zone::id, Function.identity()));
        for (ZoneNews news : report.news()) {
            Zone zone = concerned.get(news.zoneId());
            if (zone != null) {
                note(zone, news);
            }
        }
    }

    private void note(Zone zone, ZoneNews news) {
        boolean wasAtFault = zone.isAtFault();
        switch (news) {
            case ZoneServed served ->
                zone.served(served.version(), served.sets(), served.serial(), served.at(), served.everywhere());
            case ZoneNotServed failed ->
                zone.notServed(
                        failed.problem(), failed.at(), failed.attempts(), failed.nextAttempt(), failed.overdue());
            case ZoneCompared compared ->
                zone.compared(compared.version(), compared.found(), compared.serial(), compared.at());
        }
        if (wasAtFault || zone.isAtFault()) {
            events.publishEvent(new ZoneConditionChanged(zone.id()));
        }
    }
}
