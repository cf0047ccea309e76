package de.postlotse.approval.web;

import de.postlotse.account.Caller;
import de.postlotse.approval.Approvals;
import de.postlotse.approval.WaitingChange;
import de.postlotse.zone.ZonePanel;
import de.postlotse.zone.ZoneSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Shows on a zone's page what waits for a second pair of eyes, and why something was not made. */
@Component
class ApprovalPanel implements ZonePanel {

    private final Approvals approvals;

    ApprovalPanel(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public String template() {
        return "approval/parts";
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
