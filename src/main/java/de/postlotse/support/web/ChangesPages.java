package de.postlotse.support.web;

import de.postlotse.account.Caller;
import de.postlotse.support.ChangePeriod;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.RecentChange;
import de.postlotse.zone.RecentChanges;
import de.postlotse.zone.RecentFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
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
import org.springframework.web.bind.annotation.RequestParam;

/** "Was hat sich geändert?", across all zones: to be read page by page, and to be taken away as a file. */
@Controller
class ChangesPages {

    private static final int PAGE = 50;
    private static final int CSV_CHUNK = 500;
    private static final int CSV_LIMIT = 100_000;

    private final RecentChanges changes;
    private final ChangesCsv csv;
    private final Clock clock;
    private final ZoneId timeZone;

    ChangesPages(
            RecentChanges changes,
            ChangesCsv csv,
            Clock clock,
            @Value("${postlotse.time-zone:Europe/Berlin}") ZoneId timeZone) {
        this.changes = changes;
        this.csv = csv;
        this.clock = clock;
        this.timeZone = timeZone;
    }

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
        List<RecentChange> found = List.of();
        try {
            found = changes.lines(caller, form.filter(clock.instant(), timeZone), before, PAGE + 1);
        } catch (ChangesForm.Unreadable unreadable) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("unreadable", unreadable.field());
        }
        boolean more = found.size() > PAGE;
        model.addAttribute("lines", more ? found.subList(0, PAGE) : found);
        model.addAttribute("older", more ? found.get(PAGE - 1).id() : null);
        return "support/changes";
    }

    /** Written as it is read, so that many changes need no memory. */
    @GetMapping("/support/changes.csv")
    void download(Caller caller, @ModelAttribute ChangesForm form, Locale locale, HttpServletResponse response)
            throws IOException {
        RecentFilter filter;
        try {
            filter = form.filter(clock.instant(), timeZone);
        } catch (ChangesForm.Unreadable unreadable) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        List<RecentChange> lines = changes.lines(caller, filter, null, CSV_CHUNK);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("changes.csv").build().toString());
        Writer out = response.getWriter();
        csv.head(out, locale);
        for (int written = 0; !lines.isEmpty() && written < CSV_LIMIT; written += CSV_CHUNK) {
            for (RecentChange line : lines) {
                csv.line(out, line, locale);
            }
            lines = lines.size() < CSV_CHUNK
                    ? List.of()
                    : changes.lines(caller, filter, lines.getLast().id(), CSV_CHUNK);
        }
    }
}
