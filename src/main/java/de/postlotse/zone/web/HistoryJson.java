package de.postlotse.zone.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.HistoryEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a zone's history, newest first; {@code next} holds the parameter of the following one. */
record HistoryJson(List<LineJson> lines, @Nullable NextJson next) {

    static HistoryJson of(DomainName zone, List<HistoryEntry> entries, int pageSize) {
        return new HistoryJson(
                entries.stream().map(entry -> LineJson.of(zone, entry)).toList(),
                entries.size() < pageSize
                        ? null
                        : new NextJson(entries.getLast().version()));
    }

    record LineJson(
            long version,
            Instant time,
            String kind,
            String who,
            @Nullable String onBehalfOf,
            List<ZoneJson.SetJson> before,
            List<ZoneJson.SetJson> after,
            @Nullable String reason,
            @Nullable String approvedBy) {

        static LineJson of(DomainName zone, HistoryEntry entry) {
            return new LineJson(
                    entry.version(),
                    entry.at(),
                    entry.kind().name(),
                    entry.actor(),
                    entry.onBehalfOf(),
                    sets(zone, entry.before()),
                    sets(zone, entry.after()),
                    entry.reason(),
                    entry.approvedBy());
        }

        private static List<ZoneJson.SetJson> sets(DomainName zone, List<MxSet> sets) {
            return sets.stream().map(set -> ZoneJson.SetJson.of(set, zone)).toList();
        }
    }

    record NextJson(long before) {}
}
