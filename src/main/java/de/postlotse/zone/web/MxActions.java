package de.postlotse.zone.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.EditedZone;
import de.postlotse.zone.MailHealth;
import de.postlotse.zone.MxEditing;
import de.postlotse.zone.SaveOutcome;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.ZoneDriftedException;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done to MX records with one click, and the questions that are asked before. */
@Controller
class MxActions {

    private final Zones zones;
    private final MxEditing editing;
    private final MailHealth health;
    private final ZoneModel zoneModel;
    private final SavedRedirect redirects;

    MxActions(Zones zones, MxEditing editing, MailHealth health, ZoneModel zoneModel, SavedRedirect redirects) {
        this.zones = zones;
        this.editing = editing;
        this.health = health;
        this.zoneModel = zoneModel;
        this.redirects = redirects;
    }

    /** Asks before a record is deleted; for the last one it says what senders do then. */
    @GetMapping("/domains/{zone}/mx/delete")
    String askToDelete(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam DomainName owner,
            @RequestParam MxRecord record,
            Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        MxSet set = found.setWith(owner, record);
        zoneModel.describe(model, found);
        model.addAttribute("owner", owner.toString());
        model.addAttribute("shownOwner", owner.toUnicode());
        model.addAttribute("record", record);
        model.addAttribute("shownTarget", record.target().toUnicode());
        boolean last = set.without(record).isEmpty();
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
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return finish(
                () -> editing.remove(caller, new EditedZone(zone, version), owner, record),
                new Request(caller, zone, locale, model, redirect, response));
    }

    @PostMapping("/domains/{zone}/mx/own-servers")
    String useOwnServers(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam DomainName owner,
            @RequestParam String version,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return finish(
                () -> editing.useOwnServers(caller, new EditedZone(zone, version), owner + "."),
                new Request(caller, zone, locale, model, redirect, response));
    }

    /** Asks before a domain stops to take mail. */
    @GetMapping("/domains/{zone}/mx/no-mail")
    String askToRefuseMail(Caller caller, @PathVariable DomainName zone, @RequestParam DomainName owner, Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        zoneModel.describe(model, found);
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
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return finish(
                () -> editing.refuseMail(caller, new EditedZone(zone, version), owner + "."),
                new Request(caller, zone, locale, model, redirect, response));
    }

    private String finish(Supplier<SaveOutcome> edit, Request request) {
        try {
            return switch (edit.get()) {
                case SaveOutcome.Saved saved -> redirects.afterSaving(saved, request.redirect(), request.locale());
                case SaveOutcome.Refused refused -> {
                    RefusalStatus.set(request.response(), refused.verdict());
                    request.model().addAttribute("refused", zoneModel.messages(refused.findings(), request.locale()));
                    yield zoneModel.show(request.model(), request.caller(), refused.zone());
                }
            };
        } catch (StaleVersionException | ZoneDriftedException somebodyWasFirst) {
            request.response().setStatus(HttpServletResponse.SC_CONFLICT);
            request.model().addAttribute("conflict", true);
            return zoneModel.show(request.model(), request.caller(), zones.require(request.caller(), request.zone()));
        }
    }

    /** What every action needs to show its end. */
    private record Request(
            Caller caller,
            DomainName zone,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {}
}
