package de.postlotse.zone.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.ChangePreviews;
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

/** Sets that an owner gets with one click: the hoster's own servers, or none at all. */
@Controller
class MxPresets {

    private final Zones zones;
    private final MxEditing editing;
    private final ZoneModel zoneModel;
    private final ChangePreviews changes;
    private final PreviewModel previews;
    private final ActionEnd end;

    MxPresets(
            Zones zones,
            MxEditing editing,
            ZoneModel zoneModel,
            ChangePreviews changes,
            PreviewModel previews,
            ActionEnd end) {
        this.zones = zones;
        this.editing = editing;
        this.zoneModel = zoneModel;
        this.changes = changes;
        this.previews = previews;
        this.end = end;
    }

    @PostMapping("/domains/{zone}/mx/own-servers")
    String useOwnServers(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam DomainName owner,
            @RequestParam String version,
            @RequestParam @Nullable String confirmed,
            @RequestParam @Nullable String reason,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        ActionForm form = new ActionForm(owner, null, version, confirmed, reason);
        return end.of(
                () -> editing.useOwnServers(caller, form.at(zone), owner + "."),
                new ActionEnd.Request(caller, zone, "/mx/own-servers", form, locale, model, redirect, response));
    }

    /** Asks before a domain stops to take mail. */
    @GetMapping("/domains/{zone}/mx/no-mail")
    String askToRefuseMail(
            Caller caller, @PathVariable DomainName zone, @RequestParam DomainName owner, Locale locale, Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        zoneModel.describe(model, found);
        previews.describe(model, changes.refusal(found, owner), locale);
        model.addAttribute("owner", owner.toString());
        model.addAttribute("shownOwner", owner.toUnicode());
        return "zone/no-mail";
    }

    @PostMapping("/domains/{zone}/mx/no-mail")
    String refuseMail(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam DomainName owner,
            @RequestParam String version,
            @RequestParam @Nullable String confirmed,
            @RequestParam @Nullable String reason,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        ActionForm form = new ActionForm(owner, null, version, confirmed, reason);
        return end.of(
                () -> editing.refuseMail(caller, form.atAsked(zone), owner + "."),
                new ActionEnd.Request(caller, zone, "/mx/no-mail", form, locale, model, redirect, response));
    }
}
