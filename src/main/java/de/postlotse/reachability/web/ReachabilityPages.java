package de.postlotse.reachability.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.reachability.Reachability;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Antwortet er auf Port 25?" for a server of a zone. */
@Controller
@WhereEnabled
record ReachabilityPages(Reachability reachability, ReportTexts texts) {

    @PostMapping("/domains/{zone}/mx/reachability")
    String test(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam DomainName owner,
            @RequestParam DomainName target,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        TestReport report = texts.report(target, reachability.test(caller, zone, owner, target), locale);
        if (report.retryAfter() != null) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, report.retryAfter().toString());
        }
        model.addAttribute("zone", zone.toString());
        model.addAttribute("shownZone", zone.toUnicode());
        model.addAttribute("owner", owner.toString());
        model.addAttribute("report", report);
        return "reachability/result";
    }
}
