package de.postlotse.zone;

import static de.postlotse.account.Callers.SUPPORT;
import static de.postlotse.account.Callers.customer;
import static de.postlotse.dns.MxSets.mx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.testing.OnBothStores;
import de.postlotse.zone.history.History;
import de.postlotse.zone.history.HistoryFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What is left of a zone that was handed back, whichever database it is. */
@OnBothStores(atRest = true)
class HandBackStoreTests {

    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Caller CUSTOMER = customer("98001");

    @Autowired
    private HandBack handBack;

    @Autowired
    private Zones zones;

    @Autowired
    private History history;

    @Autowired
    private ZoneWriter writer;

    @Autowired
    private JdbcClient store;

    private final DomainName name = DomainName.of("zurueck-" + LAST.incrementAndGet() + ".example");

    @Test
    void leavesNothingOfAZoneButWhoHandedItBack() {
        ZoneSnapshot zone = takenOver();
        writer.write(
                zone, Map.of(name, Optional.of(set("mx2.example.net"))), Edit.once(ChangeKind.SET_REPLACED, CUSTOMER));
        store.sql("insert into zone_review (zone_id, reviewed_at, reviewer, zone_version, remark)"
                        + " values (?, current_timestamp, 'support', 1, 'gut')")
                .param(zone.id())
                .update();

        handBack.handBack(SUPPORT, name, null);

        assertThat(zones.find(SUPPORT, name)).isEmpty();
        assertThat(List.of("mx_record", "zone_change", "zone_review"))
                .allSatisfy(table -> assertThat(rows("select count(*) from " + table + " where zone_id = ?", zone.id()))
                        .isZero());
        assertThat(store.sql("select customer, handed_back_by from handed_back_zone where zone = ?")
                        .param(name.toString())
                        .query()
                        .singleRow())
                .containsEntry("customer", "98001")
                .containsEntry("handed_back_by", "support");
    }

    /** The order may be at work just now; then it ends by itself as soon as it finds that there is no zone. */
    @Test
    void cancelsTheOrderToPublish() {
        ZoneSnapshot zone = takenOver();
        store.sql("insert into publish_order (zone_id, name_server, due_at)"
                        + " values (?, 'embedded', timestamp with time zone '2100-01-01 00:00:00+00')")
                .param(zone.id())
                .update();

        handBack.handBack(SUPPORT, name, null);

        assertThat(rows("select count(*) from publish_order where zone_id = ?", zone.id()))
                .isZero();
    }

    @Test
    void keepsAZoneThatHasChangedSinceItWasSeen() {
        ZoneSnapshot zone = takenOver();

        assertThatExceptionOfType(StaleVersionException.class).isThrownBy(() -> handBack.handBack(SUPPORT, name, "7"));
        assertThat(zones.find(SUPPORT, name)).contains(zone);
        assertThat(handBack.wasHandedBack(name)).isFalse();

        handBack.handBack(SUPPORT, name, zone.revision());

        assertThat(handBack.wasHandedBack(name)).isTrue();
    }

    @Test
    void isForStaffOnly() {
        ZoneSnapshot zone = takenOver();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> handBack.handBack(CUSTOMER, name, zone.revision()));
        assertThat(zones.find(CUSTOMER, name)).isPresent();
    }

    @Test
    void takesAZoneOverAgainLater() {
        takenOver();
        handBack.handBack(SUPPORT, name, null);

        ZoneSnapshot again = takenOver();

        assertThat(again.version()).isEqualTo(1);
        assertThat(history.lines(SUPPORT, name, HistoryFilter.ALL, Long.MAX_VALUE, 10))
                .hasSize(1);
        assertThatExceptionOfType(NoSuchZoneException.class)
                .isThrownBy(() -> handBack.handBack(SUPPORT, DomainName.of("nirgends.example"), null));
    }

    private ZoneSnapshot takenOver() {
        zones.takeOver(SUPPORT, name, "98001", "nowhere", List.of(set("mx1.example.net")), 1);
        return zones.require(SUPPORT, name);
    }

    private MxSet set(String target) {
        return mx(name, 3600, "10 " + target);
    }

    private long rows(String query, Object parameter) {
        return store.sql(query).param(parameter).query(Long.class).single();
    }
}
