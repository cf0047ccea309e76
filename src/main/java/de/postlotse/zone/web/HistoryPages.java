package de.postlotse.zone.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.History;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.HistoryFilter;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What happened to a zone: to be read page by page, and to be taken away as a file. */
@Controller
class HistoryPages {

    private static final int PAGE = 50;
    private static final int CSV_CHUNK = 500;
    private static final int CSV_LIMIT = 10_000;

    private final Zones zones;
    private final History history;
    private final ZoneModel zoneModel;
    private final HistoryCsv csv;
    private final ZoneId timeZone;

    HistoryPages(
            Zones zones,
            History history,
            ZoneModel zoneModel,
            HistoryCsv csv,
            @Value("${postlotse.time-zone:Europe/Berlin}") ZoneId timeZone) {
        this.zones = zones;
        this.history = history;
        this.zoneModel = zoneModel;
        this.csv = csv;
        this.timeZone = timeZone;
    }

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
        } catch (HistoryForm.Unreadable unreadable) {
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
        } catch (HistoryForm.Unreadable unreadable) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("history-" + zone + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        Writer out = response.getWriter();
        csv.head(out, locale);
        long before = Long.MAX_VALUE;
        for (int written = 0; written < CSV_LIMIT; written += CSV_CHUNK) {
            List<HistoryEntry> lines = history.lines(caller, zone, filter, before, CSV_CHUNK);
            for (HistoryEntry line : lines) {
                csv.line(out, line, locale);
            }
            if (lines.size() < CSV_CHUNK) {
                return;
            }
            before = lines.getLast().version();
        }
    }
}
