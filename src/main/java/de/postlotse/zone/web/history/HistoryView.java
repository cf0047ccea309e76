package de.postlotse.zone.web.history;

import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.RecordLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A zone's history, as shown.
 *
 * @param older the version before which the next page starts, or null at the end
 */
record HistoryView(List<Line> lines, @Nullable Long older) {

    /**
     * One change.
     *
     * @param latest whether the zone is today as this change left it
     * @param undoable whether it is the latest and there is an earlier state to go back to
     */
    record Line(
            long version,
            Instant at,
            String kind,
            String actor,
            @Nullable String onBehalfOf,
            String origin,
            List<RecordLine> before,
            List<RecordLine> after,
            @Nullable String reason,
            @Nullable String approvedBy,
            boolean latest,
            boolean undoable) {

        static Line of(HistoryEntry entry, long latestVersion) {
            boolean latest = entry.version() == latestVersion;
            return new Line(
                    entry.version(),
                    entry.at(),
                    entry.kind().name(),
                    entry.actor(),
                    entry.onBehalfOf(),
                    entry.origin(),
                    RecordLine.of(entry.before()),
                    RecordLine.of(entry.after()),
                    entry.reason(),
                    entry.approvedBy(),
                    latest,
                    latest && entry.version() > 1 && entry.kind() != ChangeKind.DRIFT_REPLACED);
        }
    }

    static HistoryView of(List<HistoryEntry> entries, int pageSize, long latestVersion) {
        return new HistoryView(
                entries.stream().map(entry -> Line.of(entry, latestVersion)).toList(),
                entries.size() < pageSize ? null : entries.getLast().version());
    }
}
