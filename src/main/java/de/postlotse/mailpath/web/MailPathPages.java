package de.postlotse.mailpath.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.TypedName;
import de.postlotse.mailpath.MailPath;
import de.postlotse.mailpath.MailPaths;
import de.postlotse.mailpath.Route;
import de.postlotse.mailpath.RouteViews;
import de.postlotse.mailpath.TypedRecipient;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.page.ZoneParts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** "Wie kommt meine Mail an?", for any domain, as what is asked is public DNS; and as a page of a zone. */
@Controller
record MailPathPages(MailPaths paths, RouteViews views, Zones zones, ZoneParts parts) {

    /**
     * @param q domain or e-mail address as typed; blank for the empty form
     * @param off servers that are assumed to be off
     */
    @GetMapping("/mail-path")
    String show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") List<String> off,
            Locale locale,
            Model model) {
        model.addAttribute("q", q);
        if (!TypedName.trim(q).isEmpty()) {
            switch (TypedRecipient.domain(q)) {
                case TypedName.Invalid invalid -> model.addAttribute("wrong", invalid.fault());
                case TypedName.Valid valid -> show(valid.name(), QuestionJson.names(off), locale, model);
            }
        }
        return "mailpath/page";
    }

    /** @param owner one of those that the zone has a set for; the zone itself where it is none of them */
    @GetMapping("/domains/{zone}/mail-path")
    String ofZone(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") List<String> off,
            Locale locale,
            Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        List<DomainName> owners = Stream.concat(
                        Stream.of(zone), found.mxSets().stream().map(MxSet::owner))
                .distinct()
                .toList();
        DomainName shown = owners.stream()
                .filter(each -> each.toString().equals(owner))
                .findFirst()
                .orElse(zone);
        model.addAllAttributes(parts.attributes(caller, found, false, locale));
        model.addAttribute("owners", owners);
        model.addAttribute("owner", shown);
        show(shown, QuestionJson.names(off), locale, model);
        return "mailpath/zone";
    }

    private void show(DomainName domain, Set<DomainName> off, Locale locale, Model model) {
        MailPath path = paths.of(domain).join();
        model.addAttribute("view", views.of(path.without(off), "way", locale));
        model.addAttribute("switches", SwitchView.of(path.route(), off));
    }

    /** A server that can be switched off to see who takes over. */
    private record SwitchView(String name, String shownName, boolean off) {

        static List<SwitchView> of(Route route, Set<DomainName> off) {
            return route.servers()
                    .filter(server -> server.fate().isContacted())
                    .map(server -> new SwitchView(
                            server.name().toString(), server.name().toUnicode(), off.contains(server.name())))
                    .toList();
        }
    }
}
