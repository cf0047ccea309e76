package de.postlotse.planned.web;

import de.postlotse.account.Caller;
import de.postlotse.planned.PlannedStep;
import de.postlotse.planned.Plans;
import de.postlotse.planned.StepState;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.page.ServerAction;
import de.postlotse.zone.page.SwitchPanel;
import de.postlotse.zone.page.ZonePanel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the pages of a zone show of maintenance and of what is planned. */
@Component
record PlannedPanel(Plans plans) implements ZonePanel, ServerAction, SwitchPanel {

    @Override
    public String template() {
        return "planned/parts";
    }

    @Override
    public Map<String, Object> attributes(Caller caller, ZoneSnapshot zone) {
        List<PlannedStep> all = plans.all(caller, zone.name());
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("plannedAny", !all.isEmpty());
        attributes.put(
                "plannedNext",
                all.stream()
                        .filter(step -> step.state() == StepState.WAITING && step.dueAt() != null)
                        .limit(1)
                        .map(StepView::of)
                        .toList());
        attributes.put(
                "plannedReports",
                all.stream()
                        .filter(step -> step.state() == StepState.REPORTED)
                        .limit(1)
                        .map(StepView::of)
                        .toList());
        attributes.put(
                "serversOut",
                plans.out(caller, zone.name()).stream().map(StepView::of).toList());
        return attributes;
    }
}
