package de.postlotse.zone.web.history;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.change.Change;
import de.postlotse.zone.change.ChangePreview;
import de.postlotse.zone.change.Consent;
import de.postlotse.zone.change.EditRequest;
import de.postlotse.zone.change.ZoneEditor;
import de.postlotse.zone.history.History;
import de.postlotse.zone.web.ZoneModel;
import de.postlotse.zone.web.edit.OutcomePage;
import de.postlotse.zone.web.edit.PreviewModel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Zurück zu diesem Stand": what that would mean, and the way back itself. */
@Controller
record RestorePages(
        ZoneEditor editor, History history, ZoneModel zoneModel, PreviewModel previews, OutcomePage outcomes) {

    private static final int SHOWN_SINCE = 50;

    @GetMapping("/domains/{zone}/history/{version}/restore")
    String ask(Caller caller, @PathVariable DomainName zone, @PathVariable long version, Locale locale, Model model) {
        return show(caller, zone, version, locale, model);
    }

    /**
     * Restores what the page has shown.
     *
     * @param seen the revision of the zone that the page has shown
     * @param confirmed the harms that it has named
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
            Model model) {
        model.addAttribute("reason", reason);
        EditRequest at = new EditRequest(caller, zone, seen).because(reason);
        return outcomes.of(
                () -> editor.ask(at, Consent.to(confirmed), new Change.Restore(version)),
                model,
                () -> show(caller, zone, version, locale, model));
    }

    private String show(Caller caller, DomainName zone, long version, Locale locale, Model model) {
        ChangePreview preview = editor.preview(caller, zone, new Change.Restore(version));
        List<HistoryEntry> since = history.since(preview.zone(), version);
        zoneModel.describe(model, preview.zone());
        previews.describe(model, preview, locale);
        model.addAttribute("restored", version);
        model.addAttribute(
                "warnings",
                zoneModel.messages(preview.checked().findings(), locale).findings());
        List<HistoryEntry> latest = since.stream().limit(SHOWN_SINCE).toList();
        model.addAttribute(
                "since", HistoryView.of(latest, SHOWN_SINCE, Long.MAX_VALUE).lines());
        model.addAttribute("moreSince", Math.max(0, since.size() - SHOWN_SINCE));
        return "zone/restore";
    }
}
