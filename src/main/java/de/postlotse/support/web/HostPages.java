package de.postlotse.support.web;

import de.postlotse.account.Caller;
import de.postlotse.support.HostUse;
import de.postlotse.support.HostUsePage;
import de.postlotse.support.HostUses;
import de.postlotse.support.KnownHosts;
import de.postlotse.support.Used;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Wer nutzt …?": to be read page by page, and to be taken away as a file. */
@Controller
class HostPages {

    private static final int CSV_CHUNK = 1_000;

    private final HostUses uses;
    private final HostUsesCsv csv;

    HostPages(HostUses uses, HostUsesCsv csv) {
        this.uses = uses;
        this.csv = csv;
    }

    @GetMapping("/support/hosts")
    String show(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        KnownHosts hosts = uses.hosts(caller, q);
        Used meant = hosts.meant();
        model.addAttribute("q", q);
        model.addAttribute("asked", !q.isBlank());
        model.addAttribute("hosts", HostsView.of(hosts));
        if (meant != null) {
            model.addAttribute(
                    "page", HostUsesView.of(uses.of(caller, meant, HostUse.Cursor.of(after), HostUses.PAGE)));
            model.addAttribute("totals", uses.totals(caller, meant));
        }
        return "support/hosts";
    }

    /** Written as it is read, so that a host of 200,000 zones needs no memory. */
    @GetMapping("/support/hosts.csv")
    void download(Caller caller, @RequestParam(defaultValue = "") String q, Locale locale, HttpServletResponse response)
            throws IOException {
        Used used = uses.hosts(caller, q).meant();
        if (used == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("mx-" + used + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        Writer out = response.getWriter();
        csv.head(out, locale);
        HostUse.@Nullable Cursor next = HostUse.Cursor.START;
        while (next != null) {
            HostUsePage page = uses.of(caller, used, next, CSV_CHUNK);
            for (HostUse use : page.uses()) {
                csv.line(out, use);
            }
            next = page.next();
        }
    }
}
