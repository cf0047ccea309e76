package de.postlotse.zone;

import de.postlotse.account.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is about to change. It has a name before its first attempt, so that an attempt whose acknowledgement was
 * lost is found in the history instead of being made twice.
 *
 * @param reason why, in the editor's words, if they gave one
 * @param approvedBy who has looked at it besides its editor; null where nobody had to
 */
record Edit(
        UUID id,
        ChangeKind kind,
        Caller caller,
        @Nullable String reason,
        Consent consent,
        @Nullable String approvedBy) {

    static Edit of(EditedZone at, ChangeKind kind, Caller caller) {
        return new Edit(at.edit(), kind, caller, at.reason(), at.consent(), null);
    }

    /** For one that nobody can send twice. */
    static Edit once(ChangeKind kind, Caller caller) {
        return new Edit(UUID.randomUUID(), kind, caller, null, Consent.NOT_ASKED, null);
    }

    /** One that has waited for a second pair of eyes, in the name of its author. */
    static Edit approved(HeldChange change, String approver) {
        return new Edit(change.edit(), change.kind(), change.author(), change.reason(), Consent.NOT_ASKED, approver);
    }
}
