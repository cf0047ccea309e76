package de.postlotse.publishing.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.lookup.AddressText;
import de.postlotse.policy.ShownAddresses;
import de.postlotse.publishing.proof.NameServerStatuses;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** What each name server of a domain answers right now. */
@Controller
record NameServerPages(Zones zones, NameServerStatuses statuses, ShownAddresses shown) {

    /** The table alone where a page asks for it that is shown already. */
    @GetMapping("/domains/{zone}/name-servers")
    String show(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        ZoneSnapshot found = zones.require(caller, zone);
        List<NameServerView> seen = statuses.of(found).stream()
                .map(status -> NameServerView.of(status, shown))
                .toList();
        model.addAttribute("zone", found.name().toString());
        model.addAttribute("shownZone", found.name().toUnicode());
        model.addAttribute("servers", seen);
        return part == null ? "publishing/name-servers" : "publishing/name-servers :: table";
    }

    /** A name server and what it answered, as pages and the API show it. */
    record NameServerView(
            String server,
            @Nullable String address,
            String state,
            @Nullable Long serial,
            @Nullable Instant oldUntil) {

        static NameServerView of(NameServerStatuses.Status status, ShownAddresses shown) {
            InetSocketAddress address = status.address();
            return new NameServerView(
                    status.server(),
                    address == null || !shown.isShown(address.getAddress())
                            ? null
                            : AddressText.of(address.getAddress()),
                    status.state().name(),
                    status.serial(),
                    status.oldUntil());
        }
    }
}
