package de.postlotse.zone;

import de.postlotse.dns.MxSet;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of a zone's history.
 *
 * @param onBehalfOf the customer number, where staff acted for a customer
 * @param before the sets concerned, before the change; none where they were new
 * @param reason why, in the words of whoever made the change, if they gave one
 * @param approvedBy who has looked at it before it was made, where somebody had to
 */
public record HistoryEntry(
        long version,
        Instant at,
        ChangeKind kind,
        String actor,
        @Nullable String onBehalfOf,
        String origin,
        List<MxSet> before,
        List<MxSet> after,
        @Nullable String reason,
        @Nullable String approvedBy) {

    /** The records that the change took away, as people are told of them; with the TTL all records of a set are others. */
    public List<RecordLine> taken() {
        return without(before, after);
    }

    /** The records that the change brought. */
    public List<RecordLine> brought() {
        return without(after, before);
    }

    private static List<RecordLine> without(List<MxSet> sets, List<MxSet> others) {
        Set<RecordLine> same = Set.copyOf(RecordLine.of(others));
        return RecordLine.of(sets).stream().filter(line -> !same.contains(line)).toList();
    }
}
