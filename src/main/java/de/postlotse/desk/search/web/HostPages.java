package de.postlotse.desk.search.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.search.HostUse;
import de.postlotse.desk.search.HostUses;
import de.postlotse.desk.search.KnownHosts;
import de.postlotse.desk.search.Used;
import de.postlotse.store.KeysetPage;
import de.postlotse.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Wer nutzt …?": to be read page by page, and to be taken away as a file. */
@Controller
record HostPages(HostUses uses, MessageSource messages) {

    private static final int CSV_CHUNK = 1_000;
    private static final List<String> COLUMNS = List.of("zone", "owner", "priority", "host", "ttl", "customer");

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
        model.addAttribute("hosts", hosts);
        if (meant != null) {
            model.addAttribute("page", uses.of(caller, meant, HostUse.Cursor.of(after), HostUses.PAGE));
            model.addAttribute("totals", uses.totals(caller, meant));
        }
        return "desk/search/hosts";
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
        Csv csv = Csv.begin(
                response,
                "mx-" + used + ".csv",
                COLUMNS.stream().map(column -> messages.getMessage("hosts.csv." + column, null, locale)));
        HostUse.@Nullable Cursor next = HostUse.Cursor.START;
        while (next != null) {
            KeysetPage<HostUse, HostUse.Cursor> page = uses.of(caller, used, next, CSV_CHUNK);
            for (HostUse use : page.lines()) {
                csv.line(use.zone(), use.owner(), use.preference(), use.host(), use.ttl(), use.customer());
            }
            next = page.next();
        }
    }
}
