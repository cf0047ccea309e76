package de.postlotse.desk.changes.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.changes.ChangePeriod;
import de.postlotse.web.Csv;
import de.postlotse.web.UnreadableFieldException;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.RecordLine;
import de.postlotse.zone.history.RecentChanges;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** "Was hat sich geändert?", across all zones: to be read page by page, and to be taken away as a file. */
@Controller
record ChangesPages(RecentChanges changes, MessageSource messages, Clock clock, ZoneId timeZone) {

    private static final int PAGE = 50;
    private static final int CSV_CHUNK = 500;
    private static final int CSV_LIMIT = 100_000;

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

    @GetMapping("/support/changes")
    String list(
            Caller caller,
            @RequestParam @Nullable Long before,
            @ModelAttribute("filter") ChangesForm form,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("fields", form.fields());
        model.addAttribute("periods", ChangePeriod.values());
        model.addAttribute("kinds", ChangeKind.values());
        List<RecentChanges.RecentChange> found = List.of();
        try {
            found = changes.lines(caller, form.filter(clock.instant(), timeZone), before, PAGE + 1);
        } catch (UnreadableFieldException unreadable) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("unreadable", unreadable.field());
        }
        boolean more = found.size() > PAGE;
        model.addAttribute("lines", more ? found.subList(0, PAGE) : found);
        model.addAttribute("older", more ? found.get(PAGE - 1).id() : null);
        return "desk/changes/changes";
    }

    /** Written as it is read, so that many changes need no memory. */
    @GetMapping("/support/changes.csv")
    void download(Caller caller, @ModelAttribute ChangesForm form, Locale locale, HttpServletResponse response)
            throws IOException {
        RecentChanges.Filter filter;
        try {
            filter = form.filter(clock.instant(), timeZone);
        } catch (UnreadableFieldException unreadable) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        List<RecentChanges.RecentChange> lines = changes.lines(caller, filter, null, CSV_CHUNK);
        Csv csv = Csv.begin(
                response, "changes.csv", COLUMNS.stream().map(column -> messages.getMessage(column, null, locale)));
        for (int written = 0; !lines.isEmpty() && written < CSV_LIMIT; written += CSV_CHUNK) {
            for (RecentChanges.RecentChange line : lines) {
                write(line, csv, locale);
            }
            lines = lines.size() < CSV_CHUNK
                    ? List.of()
                    : changes.lines(caller, filter, lines.getLast().id(), CSV_CHUNK);
        }
    }

    private void write(RecentChanges.RecentChange change, Csv csv, Locale locale) throws IOException {
        HistoryEntry entry = change.entry();
        csv.line(
                entry.at(),
                change.zone().toUnicode(),
                change.customer(),
                entry.version(),
                entry.actor(),
                entry.onBehalfOf(),
                messages.getMessage("history.kind." + entry.kind(), null, locale),
                RecordLine.inFile(entry.before()),
                RecordLine.inFile(entry.after()),
                entry.reason(),
                entry.approvedBy());
    }
}
