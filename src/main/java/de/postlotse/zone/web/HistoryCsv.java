package de.postlotse.zone.web;

import de.postlotse.dns.MxSet;
import de.postlotse.zone.Csv;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.RecordLines;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A history as a file for a spreadsheet. */
@Component
class HistoryCsv {

    private static final List<String> COLUMNS =
            List.of("time", "version", "who", "for", "kind", "owner", "before", "after", "reason", "approved-by");

    private final MessageSource messages;

    HistoryCsv(MessageSource messages) {
        this.messages = messages;
    }

    void head(Writer out, Locale locale) throws IOException {
        Csv.begin(out);
        Csv.line(out, COLUMNS.stream().map(column -> messages.getMessage("history.csv." + column, null, locale)));
    }

    void line(Writer out, HistoryEntry entry, Locale locale) throws IOException {
        String onBehalfOf = entry.onBehalfOf();
        String reason = entry.reason();
        String approvedBy = entry.approvedBy();
        Csv.line(
                out,
                Stream.of(
                        entry.at().toString(),
                        Long.toString(entry.version()),
                        entry.actor(),
                        onBehalfOf == null ? "" : onBehalfOf,
                        messages.getMessage("history.kind." + entry.kind(), null, locale),
                        owners(entry),
                        String.join(", ", RecordLines.of(entry.before())),
                        String.join(", ", RecordLines.of(entry.after())),
                        reason == null ? "" : reason,
                        approvedBy == null ? "" : approvedBy));
    }

    private static String owners(HistoryEntry entry) {
        return Stream.concat(entry.before().stream(), entry.after().stream())
                .map(MxSet::owner)
                .distinct()
                .map(owner -> owner.toUnicode())
                .collect(Collectors.joining(", "));
    }
}
