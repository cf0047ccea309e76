package de.postlotse.desk.replacement;

import de.postlotse.account.Caller;
import de.postlotse.desk.approval.Opinion;
import de.postlotse.dns.DomainName;
import de.postlotse.work.Job;
import de.postlotse.work.JobState;
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
 * @param leaving from how many of its zones mail leaves our own servers
 * @param job how far it is; what DNS said of the new host keeps it from going on
 * @param decidedBy who approved or rejected it, where somebody had to
 * @param rejection why it was rejected
 * @param undoneBy the undo that takes it back, if there is one
 */
public record Replacement(
        UUID request,
        ReplacementKind kind,
        @Nullable Long undoOf,
        DomainName oldHost,
        DomainName newHost,
        @Nullable String reason,
        Caller author,
        Instant createdAt,
        int leaving,
        Job job,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String rejection,
        @Nullable Long undoneBy) {

    public long id() {
        return job.id();
    }

    public int zones() {
        return job.items();
    }

    /** What DNS said of the new host, while that keeps it from going on. */
    public @Nullable String hostProblem() {
        return job.waitsFor();
    }

    public @Nullable Instant nextAttemptAt() {
        return job.nextAttemptAt();
    }

    public boolean awaitsApproval() {
        return job.state() == JobState.AWAITING_APPROVAL;
    }

    public boolean isBy(Caller caller) {
        return Opinion.isOwn(author, caller);
    }

    /** Names the change of one zone, before its first attempt and the same at each; nobody can guess it. */
    UUID edit(int place) {
        return UUID.nameUUIDFromBytes((request + "/" + place).getBytes(StandardCharsets.US_ASCII));
    }
}
