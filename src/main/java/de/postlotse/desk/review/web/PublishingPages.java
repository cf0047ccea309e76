package de.postlotse.desk.review.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.finding.web.ReviewForm;
import de.postlotse.dns.DomainName;
import de.postlotse.publishing.proof.Comparison;
import de.postlotse.publishing.queue.PublishOrders;
import de.postlotse.store.StorableText;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.change.AskOutcome;
import de.postlotse.zone.change.Change;
import de.postlotse.zone.change.Consent;
import de.postlotse.zone.change.EditRequest;
import de.postlotse.zone.change.SaveOutcome;
import de.postlotse.zone.change.ZoneEditor;
import de.postlotse.zone.list.WaitingZones;
import de.postlotse.zone.page.ChangeAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
record PublishingPages(
        Zones zones,
        WaitingZones waiting,
        PublishOrders orders,
        Comparison comparison,
        ZoneEditor editor,
        ChangeAttributes changes) {

    @GetMapping("/support/publishing")
    String list(
            Caller caller,
            @RequestParam @Nullable String server,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        String wanted = server == null ? null : StorableText.of(server);
        List<WaitingZones.WaitingZone> page = waiting.list(caller, wanted, after);
        model.addAttribute("counts", waiting.counts(caller));
        model.addAttribute("lines", page);
        model.addAttribute("server", wanted);
        model.addAttribute(
                "next", page.size() < WaitingZones.PAGE ? null : page.getLast().id());
        return "desk/review/publishing";
    }

    /** Brings all waiting orders of a name server forward. */
    @PostMapping("/support/publishing")
    String retryAll(Caller caller, @RequestParam String server, RedirectAttributes redirect) {
        redirect.addFlashAttribute("retried", orders.nowAll(StorableText.of(server)));
        return "redirect:/support/publishing";
    }

    /** Compares all name servers with the store now instead of over the day. */
    @PostMapping("/support/publishing/compare")
    String compareEverything(Caller caller, RedirectAttributes redirect) {
        redirect.addFlashAttribute("comparing", comparison.everything(caller));
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

    /**
     * Decides whose MX sets count; a zone that has changed meanwhile is shown again as it is now.
     *
     * @param confirmed the harms that a page has named; without them it asks
     */
    @PostMapping("/support/zones/{zone}/drift")
    String decide(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam String version,
            @RequestParam Kept keep,
            @RequestParam @Nullable String confirmed,
            @RequestParam @Nullable String back,
            @ModelAttribute("filter") ReviewForm list,
            Locale locale,
            Model model) {
        EditRequest at = new EditRequest(caller, zone, version);
        try {
            return switch (editor.ask(at, Consent.to(confirmed), keep.change)) {
                case SaveOutcome decided -> "redirect:" + wayBack(zone, back, list);
                case AskOutcome.Harmful harmful -> {
                    Map<String, String> fields = new HashMap<>(back == null ? Map.of() : list.wayBack());
                    fields.put("version", version);
                    fields.put("keep", keep.name());
                    String action = "/support/zones/" + zone + "/drift";
                    yield changes.ask(model, harmful.preview(), action, fields, null, false, locale);
                }
            };
        } catch (StaleVersionException changedMeanwhile) {
            return "redirect:" + wayBack(zone, back, list) + "#drift";
        }
    }

    /** The page that a form was on: the zone's own, or the one of the list of findings. */
    private static String wayBack(DomainName zone, @Nullable String back, ReviewForm list) {
        return back == null ? "/domains/" + zone : list.page(zone);
    }

    /** Whose sets count. */
    enum Kept {
        OURS(new Change.KeepOurs()),
        THEIRS(new Change.AdoptTheirs());

        private final Change change;

        Kept(Change change) {
            this.change = change;
        }
    }
}
