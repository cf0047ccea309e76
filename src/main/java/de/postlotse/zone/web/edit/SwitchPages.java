package de.postlotse.zone.web.edit;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.Zones;
import de.postlotse.zone.change.Consent;
import de.postlotse.zone.change.EditRequest;
import de.postlotse.zone.change.ReplaceSets;
import de.postlotse.zone.change.ZoneEditor;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Replaces all servers of one or several owners at once: proposed rows, each checked, and what they would change. */
@Controller
@RequestMapping("/domains/{zone}/switch")
record SwitchPages(Zones zones, ZoneEditor editor, SwitchModel page, OutcomePage outcomes) {

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
            Model model) {
        SwitchForm form = SwitchForm.of(fields);
        ReplaceSets change = change(caller, zone, form);
        if (fields.containsKey("check")) {
            return show(caller, zone, form, locale, model);
        }
        if (!SwitchForm.mark(change).equals(form.shown())) {
            model.addAttribute("changedSince", form.shown() != null);
            return show(caller, zone, form, locale, model);
        }
        EditRequest at = new EditRequest(caller, zone, form.version()).because(form.reason());
        return outcomes.of(
                () -> editor.ask(at, Consent.to(form.confirmed()), change),
                model,
                () -> show(caller, zone, form, locale, model));
    }

    private String show(Caller caller, DomainName zone, SwitchForm form, Locale locale, Model model) {
        ReplaceSets change = change(caller, zone, form);
        return page.show(model, editor.preview(caller, zone, change), form, change, locale);
    }

    private ReplaceSets change(Caller caller, DomainName zone, SwitchForm form) {
        return form.change(SwitchModel.owners(zones.require(caller, zone), form));
    }
}
