package de.postlotse.zone;

import de.postlotse.zone.ServersJudged.Judgement;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps in zones what is known of their servers, so that lists show it. Who tells it needs not be told again. */
@Component
class JudgementNews {

    private final ZoneRepository zones;

    JudgementNews(ZoneRepository zones) {
        this.zones = zones;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ServersJudged news) {
        Map<Long, Judgement> judgements =
                news.judgements().stream().collect(Collectors.toMap(Judgement::zoneId, Function.identity()));
        for (Zone zone : zones.findAllForUpdate(judgements.keySet())) {
            Judgement judgement = judgements.get(zone.id());
            if (judgement != null && judgement.version() == zone.version()) {
                zone.judged(judgement.broken(), news.at());
            }
        }
    }
}
