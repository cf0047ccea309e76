package de.postlotse.zone.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.Consent;
import de.postlotse.zone.EditedZone;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.Restoration;
import de.postlotse.zone.Restoring;
import de.postlotse.zone.SaveOutcome;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.ZoneDriftedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Zurück zu diesem Stand": what that would mean, and the way back itself. */
@Controller
class RestorePages {

    private static final int SHOWN_SINCE = 50;

    private final Restoring restoring;
    private final ZoneModel zoneModel;
    private final PreviewModel previews;
    private final SavedRedirect redirects;

    RestorePages(Restoring restoring, ZoneModel zoneModel, PreviewModel previews, SavedRedirect redirects) {
        this.restoring = restoring;
        this.zoneModel = zoneModel;
        this.previews = previews;
        this.redirects = redirects;
    }

    @GetMapping("/domains/{zone}/history/{version}/restore")
    String ask(Caller caller, @PathVariable DomainName zone, @PathVariable long version, Locale locale, Model model) {
        return show(caller, zone, version, locale, model);
    }

    /**
     * Restores what the page has shown.
     *
     * @param seen the revision of the zone that the page has shown
     * @param confirmed the harms that it has named; null where somebody asks without the page
     */
    @PostMapping("/domains/{zone}/history/{version}/restore")
    String restore(
            Caller caller,
            @PathVariable DomainName zone,
            @PathVariable long version,
            @RequestParam("version") String seen,
            @RequestParam @Nullable String confirmed,
            @RequestParam @Nullable String reason,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        model.addAttribute("reason", reason);
        EditedZone at = new EditedZone(zone, seen)
                .because(reason)
                .with(confirmed == null ? Consent.NOT_ASKED : Consent.to(confirmed));
        try {
            return switch (restoring.restore(caller, at, version)) {
                case SaveOutcome.Saved saved -> redirects.afterSaving(saved, redirect, locale);
                case SaveOutcome.Waiting waiting -> redirects.afterHolding(waiting, redirect);
                case SaveOutcome.Refused refused -> {
                    RefusalStatus.set(response, refused.verdict());
                    model.addAttribute("refused", zoneModel.messages(refused.findings(), locale));
                    yield show(caller, zone, version, locale, model);
                }
                case SaveOutcome.Harmful harmful -> {
                    model.addAttribute("otherHarms", true);
                    yield show(caller, zone, version, locale, model);
                }
            };
        } catch (StaleVersionException | ZoneDriftedException somebodyWasFirst) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("conflict", true);
            return show(caller, zone, version, locale, model);
        }
    }

    private String show(Caller caller, DomainName zone, long version, Locale locale, Model model) {
        Restoration restoration = restoring.preview(caller, zone, version);
        zoneModel.describe(model, restoration.preview().zone());
        previews.describe(model, restoration.preview(), locale);
        model.addAttribute("restored", version);
        model.addAttribute("verdict", restoration.preview().verdict().name());
        model.addAttribute(
                "since",
                HistoryView.of(latest(restoration), SHOWN_SINCE, Long.MAX_VALUE).lines());
        model.addAttribute("moreSince", Math.max(0, restoration.since().size() - SHOWN_SINCE));
        return "zone/restore";
    }

    private static List<HistoryEntry> latest(Restoration restoration) {
        return restoration.since().stream().limit(SHOWN_SINCE).toList();
    }
}
