package de.postlotse.desk.today;

import de.postlotse.desk.finding.FindingKind;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the hands of staff. No number is counted beyond {@link #COUNTED}.
 *
 * @param zones how many zones have an open finding of a kind; those of incidents are not among them
 * @param broken zones whose mail is lost or returned now, or whose records have no effect
 * @param approvals changes that wait for a second pair of eyes
 * @param oldestApproval since when the first of them waits
 * @param failing zones whose last change the name server has not taken yet, and is tried again
 * @param replacements replacements of hosts that are under way
 */
public record OpenWork(
        Map<FindingKind, Long> zones,
        long broken,
        long approvals,
        @Nullable Instant oldestApproval,
        long failing,
        long replacements) {

    public static final long COUNTED = 1_000;

    static final OpenWork NONE = new OpenWork(Map.of(), 0, 0, null, 0, 0);

    public long of(FindingKind kind) {
        return zones.getOrDefault(kind, 0L);
    }

    /** Findings that are more than advice. */
    public long toReview() {
        return Stream.of(FindingKind.values())
                .filter(kind -> !kind.isAdvice())
                .mapToLong(this::of)
                .sum();
    }

    public boolean hasFaults() {
        return Stream.of(FindingKind.values())
                .anyMatch(kind -> kind.severity() == FindingKind.Severity.FAULT && of(kind) > 0);
    }
}
