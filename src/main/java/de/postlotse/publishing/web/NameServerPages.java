package de.postlotse.publishing.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.publishing.NameServerSightings;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** What each name server of a domain answers right now. */
@Controller
class NameServerPages {

    private final Zones zones;
    private final NameServerSightings sightings;

    NameServerPages(Zones zones, NameServerSightings sightings) {
        this.zones = zones;
        this.sightings = sightings;
    }

    /** The table alone where a page asks for it that is shown already. */
    @GetMapping("/domains/{zone}/name-servers")
    String show(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        List<SightingView> seen =
                sightings.of(found).stream().map(SightingView::of).toList();
        model.addAttribute("zone", found.name().toString());
        model.addAttribute("shownZone", found.name().toUnicode());
        model.addAttribute("servers", seen);
        return part == null ? "publishing/name-servers" : "publishing/name-servers :: table";
    }
}
