package de.postlotse.zone.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.ChangePreview;
import de.postlotse.zone.Consent;
import de.postlotse.zone.EditedZone;
import de.postlotse.zone.SaveOutcome;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.SwitchPreview;
import de.postlotse.zone.SwitchWish;
import de.postlotse.zone.Switching;
import de.postlotse.zone.ZoneDriftedException;
import de.postlotse.zone.Zones;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Replaces all servers of one or several owners at once: proposed rows, each checked, and what they would change. */
@Controller
@RequestMapping("/domains/{zone}/switch")
class SwitchPages {

    private final Zones zones;
    private final Switching switching;
    private final SwitchModel page;
    private final SavedRedirect redirects;

    SwitchPages(Zones zones, Switching switching, SwitchModel page, SavedRedirect redirects) {
        this.zones = zones;
        this.switching = switching;
        this.page = page;
        this.redirects = redirects;
    }

    /** Shows rows that are proposed by whoever leads here; nothing is saved. */
    @GetMapping
    String propose(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam MultiValueMap<String, String> fields,
            Locale locale,
            Model model) {
        SwitchForm form = SwitchForm.of(fields);
        return show(caller, zone, form.owners().isEmpty() ? form.with(zone) : form, locale, model);
    }

    /** Saves what was shown, and shows anything else first. */
    @PostMapping
    String save(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam MultiValueMap<String, String> fields,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        SwitchForm form = SwitchForm.of(fields);
        SwitchWish wish = form.wish(SwitchModel.owners(zones.require(caller, zone)));
        if (fields.containsKey("check")) {
            return show(caller, zone, form, locale, model);
        }
        if (!SwitchForm.mark(wish).equals(form.shown())) {
            model.addAttribute("changedSince", form.shown() != null);
            return show(caller, zone, form, locale, model);
        }
        EditedZone at =
                new EditedZone(zone, form.version()).because(form.reason()).with(Consent.to(form.confirmed()));
        try {
            return switch (switching.carryOut(caller, at, wish)) {
                case SaveOutcome.Saved saved -> redirects.afterSaving(saved, redirect, locale);
                case SaveOutcome.Waiting waiting -> redirects.afterHolding(waiting, redirect);
                case SaveOutcome.Refused refused -> {
                    RefusalStatus.set(response, refused.verdict());
                    model.addAttribute("refusedNow", true);
                    yield show(caller, zone, form, locale, model);
                }
                case SaveOutcome.Harmful harmful -> {
                    model.addAttribute("otherHarms", true);
                    yield show(caller, zone, form, locale, model);
                }
            };
        } catch (StaleVersionException | ZoneDriftedException somebodyWasFirst) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("conflict", true);
            return show(caller, zone, form, locale, model);
        }
    }

    private String show(Caller caller, DomainName zone, SwitchForm form, Locale locale, Model model) {
        SwitchWish wish = form.wish(SwitchModel.owners(zones.require(caller, zone)));
        SwitchPreview preview = switching.preview(caller, zone, wish);
        boolean passes = preview.verdict().passes();
        ChangePreview change = preview.change().filter(whole -> passes).orElse(null);
        return page.show(model, preview, form, wish, change, locale);
    }
}
