package de.postlotse.zone.web.api;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.store.KeysetPage;
import de.postlotse.zone.HandBack;
import de.postlotse.zone.ZoneHealth.Health;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.list.ZoneLine;
import de.postlotse.zone.list.ZoneLists;
import de.postlotse.zone.list.ZoneSearch;
import java.time.Instant;
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
record ZonesApi(Zones zones, ZoneLists lists, HandBack handBack, EditAnswer answers) {

    /** A page of zones, worst first; {@code next} holds the parameters of the following one. */
    @GetMapping
    PageJson list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable Health health,
            @RequestParam @Nullable Integer attention,
            @RequestParam @Nullable DomainName after) {
        ZoneLine.Cursor cursor = attention == null || after == null ? null : new ZoneLine.Cursor(attention, after);
        return PageJson.of(lists.list(caller, new ZoneSearch(q, health), cursor));
    }

    @GetMapping("/{zone}")
    ResponseEntity<ZoneJson> one(Caller caller, @PathVariable DomainName zone) {
        ZoneSnapshot found = zones.require(caller, zone);
        return answers.zone(found);
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

        static PageJson of(KeysetPage<ZoneLine, ZoneLine.Cursor> page) {
            ZoneLine.Cursor next = page.next();
            return new PageJson(
                    page.lines().stream()
                            .map(line -> new LineJson(
                                    line.name().toString(),
                                    line.customer(),
                                    line.mailState().name(),
                                    line.routing().code(),
                                    line.health().health(),
                                    line.health().since(),
                                    line.health().why().code()))
                            .toList(),
                    next == null
                            ? null
                            : new NextJson(next.attention(), next.name().toString()));
        }
    }

    record LineJson(
            String zone,
            String customer,
            String mailState,
            String routing,
            Health health,
            Instant healthSince,
            String healthWhy) {}

    record NextJson(int attention, String after) {}
}
