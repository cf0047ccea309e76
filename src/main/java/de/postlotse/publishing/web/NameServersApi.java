package de.postlotse.publishing.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.publishing.NameServerSightings;
import de.postlotse.zone.Zones;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/zones/{zone}/name-servers}: what each name server of a zone answers right now. */
@RestController
class NameServersApi {

    private final Zones zones;
    private final NameServerSightings sightings;

    NameServersApi(Zones zones, NameServerSightings sightings) {
        this.zones = zones;
        this.sightings = sightings;
    }

    @GetMapping("/api/v1/zones/{zone}/name-servers")
    List<SightingView> show(Caller caller, @PathVariable DomainName zone) {
        return sightings.of(zones.require(caller, zone)).stream()
                .map(SightingView::of)
                .toList();
    }
}
