package de.postlotse.support.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.publishing.Comparison;
import de.postlotse.publishing.PublishOrders;
import de.postlotse.store.StorableText;
import de.postlotse.zone.Drifts;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.WaitingZone;
import de.postlotse.zone.WaitingZones;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is not live yet and why, and what staff can do about it. */
@Controller
class PublishingPages {

    private final Zones zones;
    private final WaitingZones waiting;
    private final PublishOrders orders;
    private final Comparison comparison;
    private final Drifts drifts;

    PublishingPages(Zones zones, WaitingZones waiting, PublishOrders orders, Comparison comparison, Drifts drifts) {
        this.zones = zones;
        this.waiting = waiting;
        this.orders = orders;
        this.comparison = comparison;
        this.drifts = drifts;
    }

    @GetMapping("/support/publishing")
    String list(
            Caller caller,
            @RequestParam @Nullable String server,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        String wanted = server == null ? null : StorableText.of(server);
        List<WaitingZone> page = waiting.list(caller, wanted, after);
        model.addAttribute("counts", waiting.counts(caller));
        model.addAttribute("lines", page);
        model.addAttribute("server", wanted);
        model.addAttribute(
                "next", page.size() < WaitingZones.PAGE ? null : page.getLast().id());
        return "support/publishing";
    }

    /** Brings all waiting orders of a name server forward. */
    @PostMapping("/support/publishing")
    String retryAll(Caller caller, @RequestParam String server, RedirectAttributes redirect) {
        redirect.addFlashAttribute("retried", orders.nowAll(StorableText.of(server)));
        return "redirect:/support/publishing";
    }

    /** Publishes a zone now instead of at its next attempt. */
    @PostMapping("/support/zones/{zone}/publish")
    String publish(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam @Nullable String back,
            @ModelAttribute("filter") ReviewForm list) {
        ZoneSnapshot found = zones.require(caller, zone);
        orders.now(found);
        return "redirect:" + wayBack(found.name(), back, list);
    }

    /** Compares the name server with the store now instead of at its turn. */
    @PostMapping("/support/zones/{zone}/compare")
    String compare(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam @Nullable String back,
            @ModelAttribute("filter") ReviewForm list) {
        ZoneSnapshot found = zones.require(caller, zone);
        comparison.now(found);
        return "redirect:" + wayBack(found.name(), back, list);
    }

    /** Decides whose MX sets count; a zone that has changed meanwhile is shown again as it is now. */
    @PostMapping("/support/zones/{zone}/drift")
    String decide(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam String version,
            @RequestParam Kept keep,
            @RequestParam @Nullable String back,
            @ModelAttribute("filter") ReviewForm list) {
        try {
            switch (keep) {
                case OURS -> drifts.keepOurs(caller, zone, version);
                case THEIRS -> drifts.adoptTheirs(caller, zone, version);
            }
        } catch (StaleVersionException changedMeanwhile) {
            return "redirect:" + wayBack(zone, back, list) + "#drift";
        }
        return "redirect:" + wayBack(zone, back, list);
    }

    /** The page that a form was on: the zone's own, or the one of the list of findings. */
    private static String wayBack(DomainName zone, @Nullable String back, ReviewForm list) {
        return back == null ? "/domains/" + zone : list.page(zone);
    }

    /** Whose sets count. */
    enum Kept {
        OURS,
        THEIRS
    }
}
