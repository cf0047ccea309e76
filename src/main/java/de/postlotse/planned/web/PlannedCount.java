package de.postlotse.planned.web;

import de.postlotse.planned.Plans;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.page.HeadPanel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many steps of a zone wait, for the tab that leads to them. */
@Component
record PlannedCount(Plans plans) implements HeadPanel {

    @Override
    public Map<String, Object> attributes(ZoneSnapshot zone) {
        return Map.of("plannedCount", plans.waiting(zone));
    }
}
