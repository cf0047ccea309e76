package de.postlotse.publishing.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.policy.ShownAddresses;
import de.postlotse.publishing.proof.NameServerStatuses;
import de.postlotse.zone.Zones;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/zones/{zone}/name-servers}: what each name server of a zone answers right now. */
@RestController
record NameServersApi(Zones zones, NameServerStatuses statuses, ShownAddresses shown) {

    @GetMapping("/api/v1/zones/{zone}/name-servers")
    List<NameServerPages.NameServerView> show(Caller caller, @PathVariable DomainName zone) {
        return statuses.of(zones.require(caller, zone)).stream()
                .map(status -> NameServerPages.NameServerView.of(status, shown))
                .toList();
    }
}
