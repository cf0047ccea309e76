package de.postlotse.audit.web;

import de.postlotse.account.AuditNews;
import de.postlotse.account.Caller;
import de.postlotse.audit.Audit;
import de.postlotse.audit.AuditEntry;
import de.postlotse.web.Csv;
import de.postlotse.web.UnreadableFieldException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

/** "Protokoll": who logged in, was refused, changed accounts, read what; for admins. */
@Controller
record AuditPages(Audit audit, MessageSource messages, ZoneId timeZone) {

    private static final int PAGE = 50;
    private static final int CSV_CHUNK = 1_000;

    private static final List<String> COLUMNS = List.of(
            "audit.id",
            "history.csv.time",
            "audit.kind",
            "audit.user",
            "audit.subject",
            "audit.detail",
            "audit.origin",
            "audit.request",
            "audit.hash");

    @GetMapping("/support/audit")
    String list(
            Caller caller,
            @RequestParam @Nullable Long before,
            @RequestParam @Nullable String check,
            @ModelAttribute("filter") AuditForm form,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("fields", form.fields());
        model.addAttribute("kinds", AuditNews.Kind.values());
        List<AuditEntry> found = List.of();
        try {
            found = audit.lines(caller, form.filter(timeZone), before, PAGE + 1);
        } catch (UnreadableFieldException unreadable) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("unreadable", unreadable.field());
        }
        boolean more = found.size() > PAGE;
        model.addAttribute("lines", more ? found.subList(0, PAGE) : found);
        model.addAttribute("older", more ? found.get(PAGE - 1).id() : null);
        model.addAttribute("checked", check == null ? null : audit.check(caller));
        return "audit/list";
    }

    /** Written as it is read, so that many lines need no memory. */
    @GetMapping("/support/audit.csv")
    void download(Caller caller, @ModelAttribute AuditForm form, Locale locale, HttpServletResponse response)
            throws IOException {
        Audit.Filter filter;
        try {
            filter = form.filter(timeZone);
        } catch (UnreadableFieldException unreadable) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        List<AuditEntry> lines = audit.lines(caller, filter, null, CSV_CHUNK);
        Csv csv = Csv.begin(
                response, "audit.csv", COLUMNS.stream().map(column -> messages.getMessage(column, null, locale)));
        while (!lines.isEmpty()) {
            for (AuditEntry line : lines) {
                csv.line(
                        line.id(),
                        line.happenedAt(),
                        line.kind(),
                        line.username(),
                        line.subject(),
                        line.detail(),
                        line.origin(),
                        line.request(),
                        line.hash());
            }
            lines = lines.size() < CSV_CHUNK
                    ? List.of()
                    : audit.lines(caller, filter, lines.getLast().id(), CSV_CHUNK);
        }
    }
}
