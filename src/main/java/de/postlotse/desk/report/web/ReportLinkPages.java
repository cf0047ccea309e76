package de.postlotse.desk.report.web;

import de.postlotse.account.Caller;
import de.postlotse.account.token.OneTimeCookie;
import de.postlotse.desk.report.ReportLinks;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** "Bericht weitergeben": staff make links to the report of a zone and revoke them. */
@Controller
@RequestMapping("/support/zones/{zone}/report")
record ReportLinkPages(Zones zones, ReportLinks links) {

    private static final String COOKIE = "new-report-link";

    /** Shows a link that was just made, for the only time. */
    @GetMapping
    String list(
            Caller caller,
            @PathVariable DomainName zone,
            @CookieValue(name = COOKIE, defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        if (!token.isEmpty()) {
            cookie(found).remove(request, response);
            if (links.isFor(caller, found, token)) {
                model.addAttribute("secret", address(request, token));
            }
        }
        model.addAttribute("zone", found.name().toString());
        model.addAttribute("shownZone", found.name().toUnicode());
        model.addAttribute("links", links.list(caller, found));
        model.addAttribute("validities", ReportLinks.Validity.values());
        return "desk/report/links";
    }

    @PostMapping
    String create(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam ReportLinks.Validity validity,
            HttpServletRequest request,
            HttpServletResponse response) {
        ZoneSnapshot found = zones.require(caller, zone);
        cookie(found).add(links.create(caller, found, validity), request, response);
        return "redirect:" + path(found);
    }

    @PostMapping("/revoke")
    String revoke(Caller caller, @PathVariable DomainName zone, @RequestParam long id, RedirectAttributes redirect) {
        ZoneSnapshot found = zones.require(caller, zone);
        links.revoke(caller, found, id);
        redirect.addFlashAttribute("revoked", true);
        return "redirect:" + path(found);
    }

    private static OneTimeCookie cookie(ZoneSnapshot zone) {
        return new OneTimeCookie(COOKIE, path(zone));
    }

    private static String path(ZoneSnapshot zone) {
        return "/support/zones/" + zone.name() + "/report";
    }

    private static String address(HttpServletRequest request, String token) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path(ReportPage.PATH)
                .pathSegment(token)
                .toUriString();
    }
}
