package de.postlotse.support.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.store.StorableText;
import de.postlotse.support.FoundZone;
import de.postlotse.support.Reviews;
import de.postlotse.support.ZoneFinder;
import de.postlotse.zone.MailState;
import de.postlotse.zone.ZoneCursor;
import de.postlotse.zone.ZoneSearch;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
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
class SupportPages {

    private final Zones zones;
    private final ZoneFinder finder;
    private final Reviews reviews;

    SupportPages(Zones zones, ZoneFinder finder, Reviews reviews) {
        this.zones = zones;
        this.finder = finder;
        this.reviews = reviews;
    }

    @GetMapping("/support/zones")
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable MailState state,
            @RequestParam(defaultValue = "0") int place,
            @RequestParam @Nullable Integer attention,
            @RequestParam @Nullable DomainName after,
            Model model) {
        ZoneSearch search = new ZoneSearch(q, state);
        model.addAttribute(
                "page",
                search.hasText()
                        ? FoundZonesView.of(finder.find(caller, q, state, cursor(place, attention, after)))
                        : FoundZonesView.of(zones.list(caller, search, cursor(attention, after))));
        model.addAttribute("q", q);
        model.addAttribute("state", state);
        model.addAttribute("states", MailState.values());
        return "support/zones";
    }

    private static @Nullable ZoneCursor cursor(@Nullable Integer attention, @Nullable DomainName after) {
        return attention == null || after == null ? null : new ZoneCursor(attention, after);
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
