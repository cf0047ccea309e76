package de.postlotse.zone;

import de.postlotse.zone.ServersJudged.Judgement;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down in zones what is told about them, so that pages show how far their name servers are, and lists what is known
 * of their mail servers. Who tells it needs not be told again.
 */
@Component
class NewsListener {

    private final ZoneLock zones;
    private final ApplicationEventPublisher events;

    NewsListener(ZoneLock zones, ApplicationEventPublisher events) {
        this.zones = zones;
        this.events = events;
    }

    @EventListener
    @Transactional
    void on(ZoneNews.Reported report) {
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

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ServersJudged news) {
        Map<Long, Judgement> judgements =
                news.judgements().stream().collect(Collectors.toMap(Judgement::zoneId, Function.identity()));
        for (Zone zone : zones.findAllForUpdate(judgements.keySet())) {
            Judgement judgement = judgements.get(zone.id());
            if (judgement != null && judgement.version() == zone.version()) {
                zone.judged(judgement.servers(), news.at());
            }
        }
    }

    private void note(Zone zone, ZoneNews news) {
        boolean wasAtFault = zone.mailState().isFault();
        switch (news) {
            case ZoneNews.Served served ->
                zone.served(served.version(), served.sets(), served.serial(), served.at(), served.everywhere());
            case ZoneNews.NotServed failed ->
                zone.notServed(
                        failed.problem(), failed.at(), failed.attempts(), failed.nextAttempt(), failed.overdue());
            case ZoneNews.Compared compared ->
                zone.compared(
                        compared.version(), compared.found(), compared.serial(), compared.at(), compared.overwritten());
        }
        if (wasAtFault || zone.mailState().isFault()) {
            events.publishEvent(new ZoneConditionChanged(zone.id()));
        }
    }
}
