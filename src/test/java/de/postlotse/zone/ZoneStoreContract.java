package de.postlotse.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.dns.TypedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the store of zones promises, whichever database it is. */
abstract class ZoneStoreContract {

    private static final AtomicInteger LAST_CUSTOMER = new AtomicInteger();
    private static final Caller SUPPORT = new Caller("support", Role.SUPPORT, null, "127.0.0.1");

    private final Zones zones;
    private final History history;
    private final ZoneWriter writer;
    private final JdbcClient store;
    private final JdbcOperations connections;
    private final TransactionOperations transaction;
    private final String number = "970" + LAST_CUSTOMER.incrementAndGet();
    private final Caller customer = new Caller("kunde", Role.CUSTOMER, number, "127.0.0.1");

    ZoneStoreContract(
            Zones zones,
            History history,
            ZoneWriter writer,
            JdbcClient store,
            JdbcOperations connections,
            TransactionOperations transaction) {
        this.zones = zones;
        this.history = history;
        this.writer = writer;
        this.store = store;
        this.connections = connections;
        this.transaction = transaction;
    }

    @Test
    void aZoneIsReadAsItWasTakenOver() {
        ZoneSnapshot taken = zone("a", "mx1.example.net");

        ZoneSnapshot read = zones.require(customer, taken.name());

        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("publication.liveSince")
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

    @Test
    void aZoneOfSomebodyElseDoesNotExist() {
        ZoneSnapshot taken = zone("a", "mx1.example.net");
        Caller other = new Caller("andere", Role.CUSTOMER, number + "x", "127.0.0.1");

        assertThat(zones.find(other, taken.name())).isEmpty();
        assertThat(zones.list(other, ZoneSearch.ALL, null).lines()).isEmpty();
        assertThat(history.lines(other, taken.name(), HistoryFilter.ALL, Long.MAX_VALUE, 10))
                .isEmpty();
        assertThat(zones.find(SUPPORT, taken.name())).isPresent();
    }

    @Test
    void aListIsReadPageByPageWithoutGapsOrRepetitions() {
        List<DomainName> taken = new ArrayList<>();
        for (int i = 0; i < ZonePage.SIZE + 7; i++) {
            ZoneSnapshot zone = i % 3 == 0 ? zone("zone-" + i) : zone("zone" + i, "mx1.example.net");
            taken.add(zone.name());
        }

        ZonePage first = zones.list(customer, ZoneSearch.ALL, null);
        ZonePage second = zones.list(customer, ZoneSearch.ALL, after(first));

        assertThat(first.lines()).hasSize(ZonePage.SIZE);
        assertThat(second.next()).isNull();
        assertThat(Stream.of(first, second).flatMap(page -> page.lines().stream()))
                .isSortedAccordingTo(Comparator.comparing(ZoneLine::attention))
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
        assertThat(zones.list(customer, new ZoneSearch("mx_1", null), null).lines())
                .extracting(ZoneLine::name)
                .containsExactly(first.name());
        assertThat(zones.list(customer, new ZoneSearch("", MailState.BROKEN), null)
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
                new Edit(edit, ChangeKind.SET_REPLACED, customer, null, Consent.NOT_ASKED, null));
    }

    private static MxSet set(DomainName owner, String... targets) {
        return MxSet.of(
                owner,
                new Ttl(3600),
                Stream.of(targets).map(target -> MxRecord.of(10, target)).toList());
    }

    private List<DomainName> found(String text) {
        return zones.list(SUPPORT, new ZoneSearch(text, null), null).lines().stream()
                .map(ZoneLine::name)
                .toList();
    }

    private static @Nullable ZoneCursor after(ZonePage page) {
        ZoneLine last = page.next();
        return last == null ? null : new ZoneCursor(last.attention(), last.name());
    }

    private int orders(ZoneSnapshot zone) {
        return store.sql("select count(*) from publish_order where zone_id = ?")
                .param(zone.id())
                .query(Integer.class)
                .single();
    }
}
