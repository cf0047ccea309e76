package de.postlotse.zone.page;

import de.postlotse.api.SetJson;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.HistoryEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a zone by one change, as programs read it. */
public record HistoryLineJson(
        long version,
        Instant time,
        String kind,
        String who,
        @Nullable String onBehalfOf,
        List<SetJson> before,
        List<SetJson> after,
        @Nullable String reason,
        @Nullable String approvedBy) {

    public static HistoryLineJson of(DomainName zone, HistoryEntry entry) {
        return new HistoryLineJson(
                entry.version(),
                entry.at(),
                entry.kind().name(),
                entry.actor(),
                entry.onBehalfOf(),
                SetJson.of(entry.before(), zone),
                SetJson.of(entry.after(), zone),
                entry.reason(),
                entry.approvedBy());
    }
}
