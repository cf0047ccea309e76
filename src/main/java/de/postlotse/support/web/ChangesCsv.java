package de.postlotse.support.web;

import de.postlotse.zone.Csv;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.RecentChange;
import de.postlotse.zone.RecordLines;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Changes of many zones as a file for a spreadsheet. */
@Component
class ChangesCsv {

    private static final List<String> COLUMNS = List.of(
            "history.csv.time",
            "changes.csv.domain",
            "changes.csv.customer",
            "history.csv.version",
            "history.csv.who",
            "history.csv.for",
            "history.csv.kind",
            "history.csv.before",
            "history.csv.after",
            "history.csv.reason",
            "history.csv.approved-by");

    private final MessageSource messages;

    ChangesCsv(MessageSource messages) {
        this.messages = messages;
    }

    void head(Writer out, Locale locale) throws IOException {
        Csv.begin(out);
        Csv.line(out, COLUMNS.stream().map(column -> messages.getMessage(column, null, locale)));
    }

    void line(Writer out, RecentChange change, Locale locale) throws IOException {
        HistoryEntry entry = change.entry();
        String onBehalfOf = entry.onBehalfOf();
        String reason = entry.reason();
        String approvedBy = entry.approvedBy();
        Csv.line(
                out,
                Stream.of(
                        entry.at().toString(),
                        change.zone().toUnicode(),
                        change.customer(),
                        Long.toString(entry.version()),
                        entry.actor(),
                        onBehalfOf == null ? "" : onBehalfOf,
                        messages.getMessage("history.kind." + entry.kind(), null, locale),
                        String.join(", ", RecordLines.of(entry.before())),
                        String.join(", ", RecordLines.of(entry.after())),
                        reason == null ? "" : reason,
                        approvedBy == null ? "" : approvedBy));
    }
}
