package de.postlotse.planned.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.planned.Plans;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.page.ZoneParts;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a zone that lists what is planned for it. */
@Component
record PlannedList(Plans plans, Zones zones, ZoneParts parts) {

    String show(Caller caller, DomainName zone, Locale locale, Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        model.addAllAttributes(parts.attributes(caller, found, false, locale));
        model.addAttribute(
                "steps",
                plans.all(caller, zone).stream()
                        .map(step -> StepView.of(step, found))
                        .toList());
        return "planned/list";
    }
}
