package de.postlotse.zone.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.CheckedEntry;
import de.postlotse.zone.EditedZone;
import de.postlotse.zone.MxEditing;
import de.postlotse.zone.SaveOutcome;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.ZoneDriftedException;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form for one MX record: to add it, to change it, and to have it checked while it is typed. */
@Controller
class MxForms {

    private final Zones zones;
    private final MxEditing editing;
    private final ZoneModel zoneModel;
    private final PreviewModel previews;
    private final SavedRedirect redirects;

    MxForms(Zones zones, MxEditing editing, ZoneModel zoneModel, PreviewModel previews, SavedRedirect redirects) {
        this.zones = zones;
        this.editing = editing;
        this.zoneModel = zoneModel;
        this.previews = previews;
        this.redirects = redirects;
    }

    @GetMapping("/domains/{zone}/mx/edit")
    String edit(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam DomainName owner,
            @RequestParam MxRecord record,
            Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        MxSet set = found.setWith(owner, record);
        return zoneModel.show(
                model, caller, found, MxForm.of(owner, record, set.ttl(), found.revision()), FieldMessages.NONE);
    }

    @PostMapping("/domains/{zone}/mx")
    String save(
            Caller caller,
            @PathVariable DomainName zone,
            @ModelAttribute MxForm form,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        if (form.wantsRepair()) {
            MxForm repaired = form.repaired();
            FieldMessages messages =
                    zoneModel.messages(check(caller, zone, repaired).findings(), locale);
            return zoneModel.show(model, caller, zones.require(caller, zone), repaired, messages);
        }
        if (form.back() != null) {
            return zoneModel.show(model, caller, zones.require(caller, zone), form, FieldMessages.NONE);
        }
        EditedZone at = new EditedZone(form.editId(), zone, form.version())
                .because(form.reason())
                .with(form.consent());
        try {
            SaveOutcome outcome = save(caller, at, form);
            return switch (outcome) {
                case SaveOutcome.Saved saved -> redirects.afterSaving(saved, redirect, locale);
                case SaveOutcome.Waiting waiting -> redirects.afterHolding(waiting, redirect);
                case SaveOutcome.Refused refused -> {
                    RefusalStatus.set(response, refused.verdict());
                    yield zoneModel.show(
                            model, caller, refused.zone(), form, zoneModel.messages(refused.findings(), locale));
                }
                case SaveOutcome.Harmful harmful -> {
                    model.addAttribute("reason", form.reason());
                    yield previews.ask(model, harmful.preview(), "/mx", form.fields(), true, locale);
                }
            };
        } catch (StaleVersionException | ZoneDriftedException somebodyWasFirst) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return showNewState(caller, zone, form, model);
        }
    }

    /** The messages of each field, for a form that is still being typed. */
    @PostMapping("/domains/{zone}/mx/check")
    String check(
            Caller caller, @PathVariable DomainName zone, @ModelAttribute MxForm form, Locale locale, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "messages", zoneModel.messages(check(caller, zone, form).findings(), locale));
        return "zone/form :: feedback";
    }

    private SaveOutcome save(Caller caller, EditedZone at, MxForm form) {
        return form.replaces() == null
                ? editing.add(caller, at, form.typed())
                : editing.change(caller, at, form.replaces(), form.typed());
    }

    private CheckedEntry check(Caller caller, DomainName zone, MxForm form) {
        return form.replaces() == null
                ? editing.check(caller, zone, form.typed(), null)
                : editing.checkChange(caller, zone, form.replaces(), form.typed());
    }

    /** Somebody else saved first: their state and the own input side by side, ready to be saved on top or dropped. */
    private String showNewState(Caller caller, DomainName zone, MxForm form, Model model) {
        ZoneSnapshot current = zones.require(caller, zone);
        model.addAttribute("conflict", true);
        return zoneModel.show(model, caller, current, form.at(current.revision()), FieldMessages.NONE);
    }
}
