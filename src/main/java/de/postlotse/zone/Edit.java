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
public record Edit(
        UUID id,
        ChangeKind kind,
        Caller caller,
        @Nullable String reason,
        @Nullable String approvedBy) {

    /** For one that nobody can send twice. */
    public static Edit once(ChangeKind kind, Caller caller) {
        return new Edit(UUID.randomUUID(), kind, caller, null, null);
    }
}
