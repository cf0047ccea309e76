package de.postlotse.desk.approval.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.approval.Approvals;
import de.postlotse.desk.approval.WaitingChange;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.page.ZonePanel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Shows on a zone's page what waits for a second pair of eyes, and why something was not made. */
@Component
record ApprovalPanel(Approvals approvals) implements ZonePanel {

    @Override
    public String template() {
        return "desk/approval/parts";
    }

    @Override
    public Map<String, Object> attributes(Caller caller, ZoneSnapshot zone) {
        return Map.of(
                "heldChanges",
                worthTelling(approvals.of(zone)).stream()
                        .map(change -> ChangeView.of(change, caller))
                        .toList());
    }

    /** Whoever has tried something else since knows that the first was not made. */
    private static List<WaitingChange> worthTelling(List<WaitingChange> newestFirst) {
        Set<String> triedSince = new HashSet<>();
        List<WaitingChange> told = new ArrayList<>();
        for (WaitingChange change : newestFirst) {
            boolean latest = triedSince.add(change.change().author().username());
            boolean isTold = switch (change.state()) {
                case WAITING -> true;
                case REJECTED, OVERTAKEN -> latest;
                case APPLIED, WITHDRAWN -> false;
            };
            if (isTold) {
                told.add(change);
            }
        }
        return told;
    }
}
