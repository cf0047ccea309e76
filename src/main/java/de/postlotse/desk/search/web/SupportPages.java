package de.postlotse.desk.search.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.review.Reviews;
import de.postlotse.desk.search.AccountFinder;
import de.postlotse.desk.search.FoundZone;
import de.postlotse.desk.search.ZoneFinder;
import de.postlotse.dns.DomainName;
import de.postlotse.store.StorableText;
import de.postlotse.zone.ZoneHealth.Health;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.list.ZoneLine;
import de.postlotse.zone.list.ZoneLists;
import de.postlotse.zone.list.ZoneSearch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All zones, and notes about one of them; the zone itself is shown by the page that its customer sees. */
@Controller
record SupportPages(Zones zones, ZoneLists lists, ZoneFinder finder, Reviews reviews, AccountFinder accounts) {

    @GetMapping("/support/zones")
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable Health health,
            @RequestParam(defaultValue = "0") int place,
            @RequestParam @Nullable Integer attention,
            @RequestParam @Nullable DomainName after,
            Model model) {
        ZoneSearch search = new ZoneSearch(q, health);
        if (search.hasText()) {
            ZoneFinder.Found found = finder.find(caller, q, health, cursor(place, attention, after));
            model.addAttribute("page", found.page());
            model.addAttribute("tooMany", found.tooMany());
        } else {
            model.addAttribute("page", lists.list(caller, search, cursor(attention, after)));
        }
        model.addAttribute("accounts", search.hasText() && after == null ? accounts.find(caller, q) : List.of());
        model.addAttribute("searched", search.hasText());
        model.addAttribute("q", q);
        model.addAttribute("health", health);
        model.addAttribute("healths", Health.values());
        return "desk/search/zones";
    }

    private static ZoneLine.@Nullable Cursor cursor(@Nullable Integer attention, @Nullable DomainName after) {
        return attention == null || after == null ? null : new ZoneLine.Cursor(attention, after);
    }

    private static FoundZone.@Nullable Cursor cursor(
            int place, @Nullable Integer attention, @Nullable DomainName after) {
        return attention == null || after == null ? null : new FoundZone.Cursor(place, attention, after.toString());
    }

    /** Notes that a zone was looked at; leads back to its page. */
    @PostMapping("/support/zones/{zone}/review")
    String note(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes redirect) {
        ZoneSnapshot found = zones.require(caller, zone);
        String given = StorableText.of(remark);
        if (given.isEmpty() || given.length() > Reviews.LONGEST_REMARK) {
            redirect.addFlashAttribute("remark", remark);
            redirect.addFlashAttribute("remarkAtFault", true);
        } else {
            reviews.note(caller, found, given);
        }
        return "redirect:/domains/" + found.name() + "#review";
    }
}
