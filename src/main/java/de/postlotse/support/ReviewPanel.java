package de.postlotse.support;

import de.postlotse.account.Caller;
import de.postlotse.zone.StaffPanel;
import de.postlotse.zone.ZoneSnapshot;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows on a zone's page what support noted about it, and takes a further note. */
@Component
class ReviewPanel implements StaffPanel {

    private final Reviews reviews;

    ReviewPanel(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String template() {
        return "support/review";
    }

    @Override
    public Map<String, Object> attributes(Caller caller, ZoneSnapshot zone) {
        return Map.of(
                "reviews", reviews.of(caller, zone),
                "nameServer", zone.nameServer(),
                "publishedVersion", zone.publication().version(),
                "notLive", !zone.isLive() && zone.drift() == null);
    }
}
