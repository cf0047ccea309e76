package de.postlotse.desk.search.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.search.HostUse;
import de.postlotse.desk.search.HostUses;
import de.postlotse.desk.search.Used;
import de.postlotse.dns.DomainName;
import de.postlotse.store.KeysetPage;
import de.postlotse.zone.NoSuchZoneException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/hosts/{host}/zones}: every record that names a host, or one that has an address; for staff. */
@RestController
record HostsApi(HostUses uses) {

    private static final int PAGE = 500;

    /** A page; {@code next} holds the {@code after} of the following one. */
    @GetMapping("/api/v1/hosts/{host}/zones")
    PageJson zones(Caller caller, @PathVariable String host, @RequestParam(defaultValue = "") String after) {
        Used used = Used.read(host).orElseThrow(() -> new NoSuchZoneException(DomainName.ROOT));
        return PageJson.of(used, uses.of(caller, used, HostUse.Cursor.of(after), PAGE));
    }

    record PageJson(
            String host, List<UseJson> zones, @Nullable String next) {

        static PageJson of(Used used, KeysetPage<HostUse, HostUse.Cursor> page) {
            return new PageJson(
                    used.toString(),
                    page.lines().stream().map(UseJson::of).toList(),
                    Optional.ofNullable(page.next())
                            .map(HostUse.Cursor::toString)
                            .orElse(null));
        }
    }

    record UseJson(String zone, String customer, String owner, int priority, String target, int ttl) {

        static UseJson of(HostUse use) {
            return new UseJson(
                    use.zone().toString(),
                    use.customer(),
                    use.owner().relativeTo(use.zone()),
                    use.preference(),
                    use.host().toString(),
                    use.ttl());
        }
    }
}
