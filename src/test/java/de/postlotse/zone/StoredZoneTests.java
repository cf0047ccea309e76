package de.postlotse.zone;

import static de.postlotse.account.Callers.SUPPORT;
import static de.postlotse.account.Callers.customer;
import static de.postlotse.dns.MxSets.mx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.TypedName;
import de.postlotse.store.KeysetPage;
import de.postlotse.testing.OnBothStores;
import de.postlotse.zone.history.History;
import de.postlotse.zone.history.HistoryFilter;
import de.postlotse.zone.list.ZoneLine;
import de.postlotse.zone.list.ZoneLists;
import de.postlotse.zone.list.ZoneSearch;
import de.postlotse.zone.migration.V15_2__Unicode_names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the store of zones promises, whichever database it is. */
@OnBothStores(atRest = true)
class StoredZoneTests {

    private static final AtomicInteger LAST_CUSTOMER = new AtomicInteger();

    @Autowired
    private Zones zones;

    @Autowired
    private ZoneLists lists;

    @Autowired
    private History history;

    @Autowired
    private ZoneWriter writer;

    @Autowired
    private JdbcClient store;

    @Autowired
    private JdbcOperations connections;

    @Autowired
    private TransactionOperations transaction;

    private final String number = "970" + LAST_CUSTOMER.incrementAndGet();
    private final Caller customer = customer(number);

    @Test
    void aZoneIsReadAsItWasTakenOver() {
        ZoneSnapshot taken = zone("a", "mx1.example.net");

        ZoneSnapshot read = zones.require(customer, taken.name());

        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("publication.liveSince", "health.since")
                .isEqualTo(taken);
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.lastServed()).isEqualTo(taken.mxSets());
    }

    @Test
    void aZoneIsTakenOverOnce() {
        ZoneSnapshot taken = zone("a", "mx1.example.net");

        assertThat(zones.takeOver(SUPPORT, taken.name(), "1", "embedded", List.of(), 1))
                .isEmpty();
    }

    /** As when a name server starts whose files may have been lost. */
    @Test
    void allZonesOfANameServerAreComparedAtOnce() {
        String server = "server-" + number;
        List<Long> ids = Stream.of("a", "b")
                .map(name -> DomainName.of(name + number + ".de"))
                .map(name -> zones.takeOver(SUPPORT, name, number, server, List.of(), 1))
                .map(taken -> taken.orElseThrow().id())
                .toList();
        zones.compareAgain(ids, Instant.parse("2100-01-01T00:00:00Z"));

        assertThat(zones.compareAllOf(server, Instant.EPOCH)).isEqualTo(2);

        assertThat(zones.dueToCompare(Instant.EPOCH, 1_000)).containsAll(ids);
        assertThat(zones.compareAllOf("server-ohne-zonen", Instant.EPOCH)).isZero();
    }

    @Test
    void aZoneOfSomebodyElseDoesNotExist() {
        ZoneSnapshot taken = zone("a", "mx1.example.net");
        Caller other = new Caller("andere", Role.CUSTOMER, number + "x", "127.0.0.1");

        assertThat(zones.find(other, taken.name())).isEmpty();
        assertThat(lists.list(other, ZoneSearch.ALL, null).lines()).isEmpty();
        assertThat(history.lines(other, taken.name(), HistoryFilter.ALL, Long.MAX_VALUE, 10))
                .isEmpty();
        assertThat(zones.find(SUPPORT, taken.name())).isPresent();
    }

    @Test
    void aListIsReadPageByPageWithoutGapsOrRepetitions() {
        List<DomainName> taken = new ArrayList<>();
        for (int i = 0; i < ZoneLists.PAGE + 7; i++) {
            ZoneSnapshot zone = i % 3 == 0 ? zone("zone-" + i) : zone("zone" + i, "mx1.example.net");
            taken.add(zone.name());
        }

        KeysetPage<ZoneLine, ZoneLine.Cursor> first = lists.list(customer, ZoneSearch.ALL, null);
        KeysetPage<ZoneLine, ZoneLine.Cursor> second = lists.list(customer, ZoneSearch.ALL, first.next());

        assertThat(first.lines()).hasSize(ZoneLists.PAGE);
        assertThat(second.next()).isNull();
        assertThat(Stream.of(first, second).flatMap(page -> page.lines().stream()))
                .isSortedAccordingTo(Comparator.comparing(line -> line.health().place()))
                .extracting(ZoneLine::name)
                .containsExactlyInAnyOrderElementsOf(taken);
    }

    @Test
    void aListIsSearchedByPartsOfDomainsAndServersAndByCustomerNumber() {
        ZoneSnapshot first = zone("bäckerei", "mx_1.example.net");
        ZoneSnapshot second = zone("metzger", "mail.anbieter" + number + ".example.org");

        assertThat(found("BÄCKEREI-" + number)).containsExactly(first.name());
        assertThat(found("mail.anbieter" + number)).containsExactly(second.name());
        assertThat(found(number)).containsExactlyInAnyOrder(first.name(), second.name());
        assertThat(found("anbieter%" + number)).isEmpty();
        assertThat(lists.list(customer, new ZoneSearch("mx_1", null), null).lines())
                .extracting(ZoneLine::name)
                .containsExactly(first.name());
        assertThat(lists.list(customer, new ZoneSearch("", ZoneHealth.Health.BROKEN), null)
                        .lines())
                .isEmpty();
    }

    @Test
    void whatWasThereBeforeIsFoundByTheNameThatPeopleWriteToo() {
        ZoneSnapshot bakery = zone("bäckerei", "mx1.example.net");
        store.sql("update zone set unicode_name = null where id = ?")
                .param(bakery.id())
                .update();
        assertThat(found("äckerei-" + number)).isEmpty();

        connections.execute((ConnectionCallback<Boolean>) connection -> {
            V15_2__Unicode_names.fillIn(connection);
            return true;
        });

        assertThat(found("äckerei-" + number)).containsExactly(bakery.name());
    }

    @Test
    void eachEditRaisesTheVersionAndAddsALineOfHistoryAndOneOrderToPublish() {
        ZoneSnapshot taken = zone("a", "mx1.example.net");

        ZoneSnapshot second = write(UUID.randomUUID(), taken, "mx2.example.net");
        ZoneSnapshot third = write(UUID.randomUUID(), second, "mx3.example.net");

        assertThat(third.version()).isEqualTo(3);
        assertThat(history.lines(customer, taken.name(), HistoryFilter.ALL, Long.MAX_VALUE, 10))
                .extracting(HistoryEntry::version)
                .containsExactly(3L, 2L, 1L);
        assertThat(history.lines(customer, taken.name(), HistoryFilter.ALL, 3, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.after()).isEqualTo(second.mxSets()));
        assertThat(orders(taken)).isEqualTo(1);
    }

    @Test
    void anEditThatIsRolledBackLeavesNoHistoryAndNoOrder() {
        ZoneSnapshot taken = zone("a", "mx1.example.net");

        transaction.executeWithoutResult(status -> {
            write(UUID.randomUUID(), taken, "mx2.example.net");
            status.setRollbackOnly();
        });

        assertThat(zones.require(customer, taken.name()).mxSets()).isEqualTo(taken.mxSets());
        assertThat(history.lines(customer, taken.name(), HistoryFilter.ALL, Long.MAX_VALUE, 10))
                .hasSize(1);
        assertThat(orders(taken)).isZero();
    }

    @Test
    void anEditOfAnOlderVersionIsRefused() {
        ZoneSnapshot taken = zone("a", "mx1.example.net");
        write(UUID.randomUUID(), taken, "mx2.example.net");

        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> write(UUID.randomUUID(), taken, "mx3.example.net"));
    }

    /** H2 may lose what somebody else commits to a row while a transaction that has locked it is rolled back. */
    @Test
    void anEditOfAnOlderVersionRollsNothingBack() {
        ZoneSnapshot taken = zone("a", "mx1.example.net");
        write(UUID.randomUUID(), taken, "mx2.example.net");

        transaction.executeWithoutResult(status -> {
            assertThatExceptionOfType(StaleVersionException.class)
                    .isThrownBy(() -> write(UUID.randomUUID(), taken, "mx3.example.net"));
            assertThat(status.isRollbackOnly()).isFalse();
        });
    }

    @Test
    void anEditWhoseAnswerWasLostIsFoundToBeSavedWhenItIsTriedAgain() {
        ZoneSnapshot taken = zone("a", "mx1.example.net");
        UUID edit = UUID.randomUUID();
        write(edit, taken, "mx2.example.net");

        ZoneSnapshot again = write(edit, taken, "mx2.example.net");

        assertThat(again.version()).isEqualTo(2);
        assertThat(zones.hasEdit(again, edit)).isTrue();
        assertThat(history.lines(customer, taken.name(), HistoryFilter.ALL, Long.MAX_VALUE, 10))
                .hasSize(2);
    }

    private ZoneSnapshot zone(String label, String... targets) {
        DomainName name = ((TypedName.Valid) TypedName.read(label + "-" + number + ".example")).name();
        List<MxSet> served = targets.length == 0 ? List.of() : List.of(set(name, targets));
        return zones.takeOver(SUPPORT, name, number, "nowhere", served, 1).orElseThrow();
    }

    private ZoneSnapshot write(UUID edit, ZoneSnapshot zone, String target) {
        return writer.write(
                zone,
                Map.of(zone.name(), Optional.of(set(zone.name(), target))),
                new Edit(edit, ChangeKind.SET_REPLACED, customer, null, null));
    }

    private static MxSet set(DomainName owner, String... targets) {
        return mx(owner, 3_600, Stream.of(targets).map(target -> "10 " + target).toArray(String[]::new));
    }

    private List<DomainName> found(String text) {
        return lists.list(SUPPORT, new ZoneSearch(text, null), null).lines().stream()
                .map(ZoneLine::name)
                .toList();
    }

    private int orders(ZoneSnapshot zone) {
        return store.sql("select count(*) from publish_order where zone_id = ?")
                .param(zone.id())
                .query(Integer.class)
                .single();
    }
}
