package de.postlotse.desk.review;

import de.postlotse.account.Caller;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.page.StaffPanel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows on a zone's page what support noted about it, and takes a further note. */
@Component
record ReviewPanel(Reviews reviews) implements StaffPanel {

    @Override
    public String template() {
        return "desk/review/panel";
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
