package de.postlotse.desk.report.web;

import de.postlotse.desk.report.Reports;
import de.postlotse.mailpath.RouteViews;
import de.postlotse.policy.ShownAddresses;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The report, for whoever has its address. That is the secret, so it must not travel any further. */
@Controller
record ReportPage(Reports reports, RouteViews routes, ShownAddresses shown) {

    static final String PATH = "/report";

    /** One answer to every address that is not good, so that none of them tells anything. */
    @GetMapping(PATH + "/{token}")
    String show(@PathVariable String token, Locale locale, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        Optional<Reports.Report> report = reports.open(token);
        if (report.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "desk/report/gone";
        }
        model.addAttribute("report", ReportView.of(report.get(), shown));
        model.addAttribute(
                "ways",
                IntStream.range(0, report.get().ways().size())
                        .mapToObj(i -> routes.of(report.get().ways().get(i).route(), "way" + (char) ('A' + i), locale))
                        .toList());
        return "desk/report/report";
    }
}
