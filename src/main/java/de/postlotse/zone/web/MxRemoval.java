package de.postlotse.zone.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.zone.ChangePreviews;
import de.postlotse.zone.MailHealth;
import de.postlotse.zone.MxEditing;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deletes an MX record, after the question whether it is to go. */
@Controller
class MxRemoval {

    private final Zones zones;
    private final MxEditing editing;
    private final MailHealth health;
    private final ZoneModel zoneModel;
    private final ChangePreviews changes;
    private final PreviewModel previews;
    private final ActionEnd end;

    MxRemoval(
            Zones zones,
            MxEditing editing,
            MailHealth health,
            ZoneModel zoneModel,
            ChangePreviews changes,
            PreviewModel previews,
            ActionEnd end) {
        this.zones = zones;
        this.editing = editing;
        this.health = health;
        this.zoneModel = zoneModel;
        this.changes = changes;
        this.previews = previews;
        this.end = end;
    }

    /** Asks before a record is deleted; for the last one it says what senders do then. */
    @GetMapping("/domains/{zone}/mx/delete")
    String askToDelete(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam DomainName owner,
            @RequestParam MxRecord record,
            Locale locale,
            Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        zoneModel.describe(model, found);
        previews.describe(model, changes.removal(found, owner, record), locale);
        model.addAttribute("owner", owner.toString());
        model.addAttribute("shownOwner", owner.toUnicode());
        model.addAttribute("record", record);
        model.addAttribute("shownTarget", record.target().toUnicode());
        boolean last = found.setWith(owner, record).without(record).isEmpty();
        model.addAttribute("last", last);
        if (last) {
            model.addAttribute("without", WithoutMx.of(health.without(owner)));
        }
        return "zone/delete";
    }

    @PostMapping("/domains/{zone}/mx/delete")
    String delete(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam DomainName owner,
            @RequestParam MxRecord record,
            @RequestParam String version,
            @RequestParam @Nullable String confirmed,
            @RequestParam @Nullable String reason,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        ActionForm form = new ActionForm(owner, record, version, confirmed, reason);
        return end.of(
                () -> editing.remove(caller, form.atAsked(zone), owner, record),
                new ActionEnd.Request(caller, zone, "/mx/delete", form, locale, model, redirect, response));
    }
}
