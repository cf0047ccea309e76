package de.postlotse.zone.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.HandBack;
import de.postlotse.zone.ZoneCursor;
import de.postlotse.zone.ZoneLine;
import de.postlotse.zone.ZonePage;
import de.postlotse.zone.ZoneSearch;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API for the zones that the caller may see. */
@RestController
@RequestMapping("/api/v1/zones")
class ZonesApi {

    private final Zones zones;
    private final HandBack handBack;

    ZonesApi(Zones zones, HandBack handBack) {
        this.zones = zones;
        this.handBack = handBack;
    }

    /** A page of zones, worst first; {@code next} holds the parameters of the following one. */
    @GetMapping
    PageJson list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable Integer attention,
            @RequestParam @Nullable DomainName after) {
        ZoneCursor cursor = attention == null || after == null ? null : new ZoneCursor(attention, after);
        return PageJson.of(zones.list(caller, new ZoneSearch(q, null), cursor));
    }

    @GetMapping("/{zone}")
    ResponseEntity<ZoneJson> one(Caller caller, @PathVariable DomainName zone) {
        ZoneSnapshot found = zones.require(caller, zone);
        return ResponseEntity.ok().eTag(ETag.of(found)).body(ZoneJson.of(found));
    }

    /** Takes a zone out of our care; staff only. Its name server is left as it is. */
    @DeleteMapping("/{zone}")
    ResponseEntity<Void> handBack(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        handBack.handBack(caller, zone, ETag.revision(ifMatch));
        return ResponseEntity.noContent().build();
    }

    record PageJson(List<LineJson> zones, @Nullable NextJson next) {

        static PageJson of(ZonePage page) {
            ZoneLine next = page.next();
            return new PageJson(
                    page.lines().stream()
                            .map(line -> new LineJson(
                                    line.name().toString(),
                                    line.customer(),
                                    line.mailState().name()))
                            .toList(),
                    next == null
                            ? null
                            : new NextJson(next.attention(), next.name().toString()));
        }
    }

    record LineJson(String zone, String customer, String mailState) {}

    record NextJson(int attention, String after) {}
}
