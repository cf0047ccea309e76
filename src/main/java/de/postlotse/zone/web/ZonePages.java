package de.postlotse.zone.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.ZoneHealth.Health;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.history.History;
import de.postlotse.zone.list.ZoneLine;
import de.postlotse.zone.list.ZoneLists;
import de.postlotse.zone.list.ZoneSearch;
import de.postlotse.zone.page.ListPanel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** "Meine Domains" and the page of one of them. */
@Controller
record ZonePages(Zones zones, ZoneLists lists, History history, ZoneModel zoneModel, List<ListPanel> panels) {

    @GetMapping("/domains")
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable Health health,
            @RequestParam @Nullable Integer attention,
            @RequestParam @Nullable DomainName after,
            Model model) {
        ZoneLine.Cursor cursor = attention == null || after == null ? null : new ZoneLine.Cursor(attention, after);
        model.addAttribute("page", lists.list(caller, new ZoneSearch(q, health), cursor));
        model.addAttribute("counts", lists.counts(caller));
        model.addAttribute("q", q);
        model.addAttribute("health", health);
        model.addAttribute("healths", Health.values());
        panels.forEach(panel -> model.addAllAttributes(panel.attributes(caller)));
        model.addAttribute("panels", panels.stream().map(ListPanel::template).toList());
        return "zone/list";
    }

    /** @param check present where the reader asked for what DNS says without JavaScript */
    @GetMapping("/domains/{zone}")
    String show(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam @Nullable String check,
            Locale locale,
            Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        if (model.getAttribute("undo") instanceof Long replaced) {
            model.addAttribute("done", history.since(found, replaced).getLast()); // the others came after it
        }
        return check == null
                ? zoneModel.show(model, caller, found)
                : zoneModel.showChecked(model, caller, found, locale);
    }

    /** What DNS says of each server, for the table that is shown already. */
    @GetMapping("/domains/{zone}/servers")
    String servers(Caller caller, @PathVariable DomainName zone, Locale locale, Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        model.addAttribute("sets", zoneModel.sets(found, zoneModel.statuses(caller, found, locale)));
        zoneModel.describe(model, zones.require(caller, zone));
        return "zone/table :: answers";
    }

    /** The line that tells how far the name server is; nothing while it is the one that the page shows. */
    @GetMapping("/domains/{zone}/publication")
    Object publication(Caller caller, @PathVariable DomainName zone, @RequestParam String mark, Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        if (PublicationView.of(found).mark().equals(mark)) {
            return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
        }
        zoneModel.describe(model, found);
        return "zone/publication :: line";
    }
}
