package de.postlotse.zone.web.api;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.page.HistoryLineJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a zone's history, newest first; {@code next} holds the parameter of the following one. */
record HistoryJson(List<HistoryLineJson> lines, @Nullable NextJson next) {

    static HistoryJson of(DomainName zone, List<HistoryEntry> entries, int pageSize) {
        return new HistoryJson(
                entries.stream().map(entry -> HistoryLineJson.of(zone, entry)).toList(),
                entries.size() < pageSize
                        ? null
                        : new NextJson(entries.getLast().version()));
    }

    record NextJson(long before) {}
}
