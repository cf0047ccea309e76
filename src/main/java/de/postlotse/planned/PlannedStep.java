package de.postlotse.planned;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.Ttl;
import de.postlotse.policy.TypedMx;
import de.postlotse.zone.change.Change;
import de.postlotse.zone.change.ReplaceSets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that is to be made later.
 *
 * @param after the step that has to be done first, if there is one
 * @param records the server that goes or comes back, or all servers that owners are to have
 * @param ttl in seconds; 0 where the owners keep theirs
 * @param expected what the owners have to have at that time, see {@link ExpectedServers}; blank where it does not matter
 * @param dueAt null where nobody has said when
 * @param firstDueAt when it was tried first, while it could not be checked
 * @param caller in whose name it is made
 * @param edit names the change in the zone's history
 * @param outcome why it was not done, where it was not, or what it still waits for
 */
public record PlannedStep(
        long id,
        DomainName zone,
        @Nullable Long after,
        StepKind kind,
        List<DomainName> owners,
        List<MxRecord> records,
        int ttl,
        String expected,
        @Nullable Instant dueAt,
        @Nullable Instant firstDueAt,
        Caller caller,
        Instant createdAt,
        UUID edit,
        StepState state,
        @Nullable StepOutcome outcome,
        @Nullable Instant endedAt) {

    /** What is to be made of the zone. */
    Change change() {
        return switch (kind) {
            case TAKE_OUT -> new Change.TakeOut(owners.getFirst(), records.getFirst());
            case PUT_BACK -> new Change.PutBack(owners.getFirst(), records.getFirst());
            case CHANGE_TTL -> new Change.ChangeTtl(owners, new Ttl(ttl));
            case SWITCH ->
                ReplaceSets.of(
                        owners,
                        Integer.toString(ttl),
                        records.stream().map(TypedMx::of).toList());
        };
    }
}
