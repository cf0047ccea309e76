package de.postlotse.zone.web.edit;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.zone.OwnMailServers;
import de.postlotse.zone.Zones;
import de.postlotse.zone.change.Change;
import de.postlotse.zone.change.ChangePreview;
import de.postlotse.zone.change.ReplaceSets;
import de.postlotse.zone.change.ZoneEditor;
import de.postlotse.zone.web.ZoneModel;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a button does to an owner's set: delete a record, use the hoster's own servers, or take no mail at all. */
@Controller
@RequestMapping("/domains/{zone}/mx")
record MxActions(
        Zones zones,
        ZoneEditor editor,
        OwnMailServers ownServers,
        ZoneModel zoneModel,
        PreviewModel previews,
        OutcomePage outcomes) {

    @PostMapping("/own-servers")
    String useOwnServers(
            Caller caller,
            @PathVariable DomainName zone,
            @Valid @ModelAttribute("action") ActionForm form,
            Locale locale,
            Model model) {
        Change change = ReplaceSets.byOwnServers(form.owner(), ownServers);
        return carryOut(caller, zone, change, "own-servers", form, locale, model);
    }

    /** Asks before a domain stops to take mail. */
    @GetMapping("/no-mail")
    String askToRefuseMail(
            Caller caller, @PathVariable DomainName zone, @RequestParam DomainName owner, Locale locale, Model model) {
        describe(model, owner, editor.preview(caller, zone, ReplaceSets.byNullMx(owner)), locale);
        return "zone/no-mail";
    }

    @PostMapping("/no-mail")
    String refuseMail(
            Caller caller,
            @PathVariable DomainName zone,
            @Valid @ModelAttribute("action") ActionForm form,
            Locale locale,
            Model model) {
        Change change = ReplaceSets.byNullMx(form.owner());
        return carryOut(caller, zone, change, "no-mail", form, locale, model);
    }

    /** Asks before a record is deleted; for the last one it says what senders do then. */
    @GetMapping("/delete")
    String askToDelete(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam DomainName owner,
            @RequestParam MxRecord record,
            Locale locale,
            Model model) {
        ChangePreview preview = editor.preview(caller, zone, new Change.RemoveRecord(owner, record));
        describe(model, owner, preview, locale);
        model.addAttribute("record", record);
        model.addAttribute("shownTarget", record.target().toUnicode());
        model.addAttribute(
                "last", preview.zone().setWith(owner, record).without(record).isEmpty());
        return "zone/delete";
    }

    @PostMapping("/delete")
    String delete(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam MxRecord record,
            @Valid @ModelAttribute("action") ActionForm form,
            Locale locale,
            Model model) {
        Change change = new Change.RemoveRecord(form.owner(), record);
        return carryOut(caller, zone, change, "delete", form, locale, model);
    }

    private void describe(Model model, DomainName owner, ChangePreview preview, Locale locale) {
        zoneModel.describe(model, preview.zone());
        previews.describe(model, preview, locale);
        model.addAttribute("owner", owner.toString());
        model.addAttribute("shownOwner", owner.toUnicode());
    }

    private String carryOut(
            Caller caller, DomainName zone, Change change, String button, ActionForm form, Locale locale, Model model) {
        String action = "/domains/" + zone + "/mx/" + button;
        return outcomes.of(
                () -> editor.ask(form.at(caller, zone), form.consent(), change),
                model,
                messages -> zoneModel.show(model, caller, zones.require(caller, zone)),
                harmful -> previews.ask(model, harmful, action, form.fields(), form.typedReason(), false, locale));
    }
}
