package de.postlotse.desk.approval;

import de.postlotse.account.Caller;
import de.postlotse.zone.change.PendingChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that waits for a second pair of eyes, or has waited.
 *
 * @param decidedBy who approved or rejected it, or changed the zone meanwhile; null while it waits and where nobody knows
 * @param remark what whoever decided had to say: the reason where it was rejected
 */
public record WaitingChange(
        long id,
        PendingChange change,
        Instant since,
        ApprovalState state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String remark) {

    public boolean isWaiting() {
        return state == ApprovalState.WAITING;
    }

    public boolean isBy(Caller caller) {
        return Opinion.isOwn(change.author(), caller);
    }
}
