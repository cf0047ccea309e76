package de.postlotse.zone.web.history;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.web.Csv;
import de.postlotse.web.UnreadableFieldException;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.RecordLine;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.history.History;
import de.postlotse.zone.history.HistoryFilter;
import de.postlotse.zone.web.ZoneModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What happened to a zone: to be read page by page, and to be taken away as a file. */
@Controller
record HistoryPages(Zones zones, History history, ZoneModel zoneModel, MessageSource messages, ZoneId timeZone) {

    private static final int PAGE = 50;
    private static final int CSV_CHUNK = 500;
    private static final int CSV_LIMIT = 10_000;

    private static final List<String> COLUMNS =
            List.of("time", "version", "who", "for", "kind", "owner", "before", "after", "reason", "approved-by");

    @GetMapping("/domains/{zone}/history")
    String history(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam @Nullable Long before,
            @ModelAttribute("filter") HistoryForm form,
            Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        zoneModel.describe(model, found);
        model.addAttribute("fields", form.fields());
        model.addAttribute("kinds", List.of(ChangeKind.values()));
        model.addAttribute("actors", history.actors(caller, zone));
        model.addAttribute("showsOrigin", caller.isStaff());
        List<HistoryEntry> lines = List.of();
        try {
            HistoryFilter filter = form.filter(zone, timeZone);
            lines = history.lines(caller, zone, filter, before == null ? Long.MAX_VALUE : before, PAGE);
        } catch (UnreadableFieldException unreadable) {
            model.addAttribute("unreadable", unreadable.field());
        }
        model.addAttribute("history", HistoryView.of(lines, PAGE, found.version()));
        return "zone/history";
    }

    /** Written as it is read, so that a long history needs no memory. */
    @GetMapping("/domains/{zone}/history.csv")
    void download(
            Caller caller,
            @PathVariable DomainName zone,
            @ModelAttribute HistoryForm form,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        zones.require(caller, zone);
        HistoryFilter filter;
        try {
            filter = form.filter(zone, timeZone);
        } catch (UnreadableFieldException unreadable) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        Csv csv = Csv.begin(
                response,
                "history-" + zone + ".csv",
                COLUMNS.stream().map(column -> messages.getMessage("history.csv." + column, null, locale)));
        long before = Long.MAX_VALUE;
        for (int written = 0; written < CSV_LIMIT; written += CSV_CHUNK) {
            List<HistoryEntry> lines = history.lines(caller, zone, filter, before, CSV_CHUNK);
            for (HistoryEntry line : lines) {
                write(line, csv, locale);
            }
            if (lines.size() < CSV_CHUNK) {
                return;
            }
            before = lines.getLast().version();
        }
    }

    private void write(HistoryEntry entry, Csv csv, Locale locale) throws IOException {
        csv.line(
                entry.at(),
                entry.version(),
                entry.actor(),
                entry.onBehalfOf(),
                messages.getMessage("history.kind." + entry.kind(), null, locale),
                owners(entry),
                RecordLine.inFile(entry.before()),
                RecordLine.inFile(entry.after()),
                entry.reason(),
                entry.approvedBy());
    }

    private static String owners(HistoryEntry entry) {
        return Stream.concat(entry.before().stream(), entry.after().stream())
                .map(set -> set.owner().toUnicode())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
