package de.postlotse.replacement;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.HostCondition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What staff want to be replaced in every zone.
 *
 * @param request names the form that it came by
 * @param undoOf the replacement that it takes back, if it is an undo; its hosts are those of that one
 * @param author in whose name the zones are changed
 * @param zones how many it is to change
 * @param leaving from how many of them mail leaves our own servers
 * @param hostProblem what DNS said of the new host, while that keeps it from going on
 * @param failures how often in a row the new host could not be checked
 * @param decidedBy who approved or rejected it, where somebody had to
 * @param rejection why it was rejected
 * @param undoneBy the undo that takes it back, if there is one
 */
public record Replacement(
        long id,
        UUID request,
        ReplacementKind kind,
        @Nullable Long undoOf,
        DomainName oldHost,
        DomainName newHost,
        @Nullable String reason,
        Caller author,
        Instant createdAt,
        int zones,
        int leaving,
        ReplacementState state,
        @Nullable HostCondition hostProblem,
        int failures,
        @Nullable Instant nextAttemptAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String rejection,
        @Nullable Long undoneBy) {

    /** Names the change of one zone, before its first attempt and the same at each; nobody can guess it. */
    UUID edit(int place) {
        return UUID.nameUUIDFromBytes((request + "/" + place).getBytes(StandardCharsets.US_ASCII));
    }
}
