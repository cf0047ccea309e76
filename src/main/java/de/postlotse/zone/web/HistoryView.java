package de.postlotse.zone.web;

import de.postlotse.dns.MxSet;
import de.postlotse.zone.HistoryEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A zone's history, as shown.
 *
 * @param older the version before which the next page starts, or null at the end
 */
record HistoryView(List<Line> lines, @Nullable Long older) {

    record Line(
            long version,
            Instant at,
            String kind,
            String actor,
            @Nullable String onBehalfOf,
            String origin,
            List<String> before,
            List<String> after) {}

    static HistoryView of(List<HistoryEntry> entries, int pageSize) {
        List<Line> lines = entries.stream()
                .map(entry -> new Line(
                        entry.version(),
                        entry.at(),
                        entry.kind().name(),
                        entry.actor(),
                        entry.onBehalfOf(),
                        entry.origin(),
                        records(entry.before()),
                        records(entry.after())))
                .toList();
        return new HistoryView(
                lines, lines.size() < pageSize ? null : lines.getLast().version());
    }

    static List<String> records(List<MxSet> sets) {
        return sets.stream()
                .flatMap(set -> set.records().stream()
                        .map(record -> set.owner().toUnicode() + "  " + record.preference() + "  "
                                + record.target().toUnicode() + "  TTL " + set.ttl()))
                .toList();
    }
}
