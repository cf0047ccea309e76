package de.postlotse.planned.web;

import de.postlotse.planned.Plans;
import org.springframework.stereotype.Component;

/** How many steps of a zone wait, for the tab that leads to them. */
@Component("plannedCount")
record PlannedCount(Plans plans) {

    /** Of a zone that the page shows, so that its reader may see it. */
    public int of(String zone) {
        return plans.waiting(zone);
    }
}
