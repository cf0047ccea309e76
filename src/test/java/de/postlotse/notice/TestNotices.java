package de.postlotse.notice;

import static de.postlotse.account.Callers.SUPPORT;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.ChangeRecorded;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Customers, their zones and what happens to them, each test with its own. */
public final class TestNotices {

    private static final AtomicInteger LAST = new AtomicInteger();

    private TestNotices() {}

    static String newCustomer() {
        return "96-" + LAST.incrementAndGet();
    }

    static Caller customer(String number) {
        return new Caller("kunde-" + number, Role.CUSTOMER, number, "127.0.0.1");
    }

    static ZoneSnapshot newZone(Zones zones, String customer) {
        DomainName name = DomainName.of("hinweis-" + LAST.incrementAndGet() + ".example");
        return zones.takeOver(SUPPORT, name, customer, "nowhere", List.of(), 1).orElseThrow();
    }

    static ChangeRecorded byStaff(ZoneSnapshot zone, long version, ChangeKind kind, Instant at) {
        return new ChangeRecorded(zone.id(), zone.name(), zone.customer(), version, kind, "support", true, at);
    }

    static ChangeRecorded byCustomer(ZoneSnapshot zone, long version, ChangeKind kind, Instant at) {
        return new ChangeRecorded(zone.id(), zone.name(), zone.customer(), version, kind, "kunde", false, at);
    }
}
