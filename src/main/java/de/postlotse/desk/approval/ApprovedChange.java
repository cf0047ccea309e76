package de.postlotse.desk.approval;

import de.postlotse.account.Caller;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.change.ZoneEditor;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one transaction in which a change is approved and made, or neither. */
@Component
class ApprovedChange {

    private final WaitingChanges waiting;
    private final ZoneEditor editor;
    private final Zones zones;
    private final Clock clock;

    ApprovedChange(WaitingChanges waiting, ZoneEditor editor, Zones zones, Clock clock) {
        this.waiting = waiting;
        this.editor = editor;
        this.zones = zones;
        this.clock = clock;
    }

    enum End {
        MADE,
        DECIDED_BEFORE,
        ZONE_CHANGED
    }

    /**
     * Makes a change that nobody has decided about yet. The zone is locked first, as by every edit, which ends what waits
     * for the zone in its own transaction.
     *
     * @param checked the zone as it was when the change was checked
     */
    @RetriedWhileStoreIsAway
    @Transactional(noRollbackFor = StaleVersionException.class)
    public End make(WaitingChange change, ZoneSnapshot checked, Caller approver, @Nullable String remark) {
        zones.lockedVersions(List.of(checked.id()));
        if (!waiting.end(change.id(), ApprovalState.APPLIED, approver.username(), remark, clock.instant())) {
            return End.DECIDED_BEFORE;
        }
        try {
            editor.make(change.change(), checked, approver.username());
            return End.MADE;
        } catch (StaleVersionException somebodyWasFirst) {
            waiting.reopen(change.id());
            return End.ZONE_CHANGED;
        }
    }
}
