package de.postlotse.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.publishing.NameServerException.Reason;
import de.postlotse.publishing.TakeOver;
import de.postlotse.zone.History;
import de.postlotse.zone.HistoryFilter;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

/** How a list is worked off, whichever database it is. */
abstract class TakeOverWorkContract {

    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Caller SUPPORT = new Caller("support", Role.SUPPORT, null, "127.0.0.1");
    private static final Caller CUSTOMER = new Caller("kunde", Role.CUSTOMER, "96001", "127.0.0.1");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(60);

    private final TakeOverStore store;
    private final TakeOverLists lists;
    private final Zones zones;
    private final History history;
    private final JdbcClient database;
    private final ScriptedZones served = new ScriptedZones();
    private final TakeOverWork work;
    private final int number = LAST.incrementAndGet();

    TakeOverWorkContract(
            TakeOverStore store,
            TakeOverLists lists,
            TakeOver takeOver,
            Zones zones,
            History history,
            TransactionOperations transaction,
            JdbcClient database) {
        this.store = store;
        this.lists = lists;
        this.zones = zones;
        this.history = history;
        this.database = database;
        this.work = new TakeOverWork(store, served, takeOver, zones, transaction, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Nobody serves these zones; others who share the application are not to meet them. */
    @AfterEach
    void removeZones() {
        String ours = "(select id from zone where name like '%-" + number + ".takeover.example')";
        List.of("mx_record", "zone_change")
                .forEach(table -> database.sql("delete from " + table + " where zone_id in " + ours)
                        .update());
        database.sql("delete from zone where id in " + ours).update();
    }

    @Test
    void takesEachZoneOverAsItIsServed() {
        long list = add(5);

        chunk(list);

        assertThat(progress(list).taken()).isEqualTo(5);
        assertThat(zones.require(SUPPORT, zone(1))).satisfies(taken -> {
            assertThat(taken.customer()).isEqualTo("96001");
            assertThat(taken.nameServer()).isEqualTo("ns1");
            assertThat(taken.isLive()).isTrue();
            assertThat(taken.mxSets()).hasSize(1);
        });
        assertThat(history.lines(SUPPORT, zone(1), HistoryFilter.ALL, Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("support"));
    }

    @Test
    void goesOnWhereItStopped() {
        long list = add(300);
        AtomicInteger left = new AtomicInteger(40);

        work.chunk(list(list), () -> left.decrementAndGet() < 0);
        assertThat(progress(list).taken()).isEqualTo(40);
        chunk(list);
        chunk(list);

        assertThat(progress(list).taken()).isEqualTo(300);
        assertThat(served.asked()).hasSize(300).doesNotHaveDuplicates();
    }

    /** A node that was paused for so long that another one took its work over finds each zone done. */
    @Test
    void takesEachZoneOverOnceWhereTwoNodesAreAtWork() {
        long list = add(100);

        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> chunk(list));
        chunk(list);
        other.join();

        assertThat(progress(list).counts()).containsExactlyEntriesOf(Map.of(ItemStatus.TAKEN, 100));
        assertThat(rows("select count(*) from zone where name like ?", "z%-" + number + ".takeover.example"))
                .isEqualTo(100);
        assertThat(rows(
                        "select count(*) from zone_change c join zone z on z.id = c.zone_id where z.name like ?",
                        "z%-" + number + ".takeover.example"))
                .isEqualTo(100);
    }

    @Test
    void saysOfEachZoneWhyItWasNotTakenOver() {
        zones.takeOver(SUPPORT, zone(1), "1", "ns1", List.of(), 1);
        served.fail(zone(2), Reason.ZONE_NOT_SERVED);
        served.fail(zone(4), Reason.REFUSED);
        long list = add(4);

        chunk(list);

        assertThat(progress(list).already()).isEqualTo(1);
        assertThat(progress(list).taken()).isEqualTo(1);
        assertThat(lists.failed(SUPPORT, list, 0))
                .containsExactly(
                        new FailedZone(2, zone(2), "96001", "zone-not-served"),
                        new FailedZone(4, zone(4), "96001", "refused"));
        assertThat(lists.failed(SUPPORT, list, 2)).extracting(FailedZone::place).containsExactly(4);
        assertThat(zones.require(SUPPORT, zone(1)).customer()).isEqualTo("1");
    }

    @Test
    void waitsForANameServerThatIsDown() {
        served.goDown();
        long list = add(50);

        Instant first = chunk(list);
        Instant second = chunk(list);

        assertThat(first).isEqualTo(NOW.plusSeconds(1));
        assertThat(second).isEqualTo(NOW.plusSeconds(2));
        assertThat(served.asked()).hasSizeLessThan(2 * 12);
        assertThat(list(list).waitsFor()).isEqualTo("ns1");
        assertThat(list(list).nextAttemptAt()).isEqualTo(second);
        assertThat(progress(list).waiting()).isEqualTo(50);

        served.comeUp();
        chunk(list);

        assertThat(progress(list).taken()).isEqualTo(50);
        assertThat(list(list).waitsFor()).isNull();
    }

    @Test
    void zonesThatCannotBeReachedDoNotHoldUpTheOthers() {
        IntStream.rangeClosed(1, 30).forEach(place -> served.fail(zone(place), Reason.UNREACHABLE));
        long list = add(60);

        for (int round = 0; round < 10; round++) {
            chunk(list);
        }

        assertThat(progress(list).taken()).isEqualTo(30);
        assertThat(progress(list).waiting()).isEqualTo(30);
        assertThat(list(list).waitsFor()).isEqualTo("ns1");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "6, 32", "7, 60", "100, 60"})
    void pauseGrowsToAMinute(int failures, long seconds) {
        assertThat(TakeOverWork.pause(failures)).hasSeconds(seconds);
    }

    @Test
    void pausesAListWithinAChunk() {
        long list = add(100);
        AtomicBoolean first = new AtomicBoolean(true);
        served.whenAsked(() -> {
            if (first.getAndSet(false)) {
                lists.pause(SUPPORT, list);
            }
        });

        chunk(list);

        assertThat(list(list).state()).isEqualTo(ListState.PAUSED);
        assertThat(progress(list).taken()).isLessThan(20);
        assertThat(progress(list).waiting()).isGreaterThan(80);
    }

    /** From here on by the scheduler, with the name server of the application, which serves none of these zones. */
    @Test
    void worksAListOffInTheBackgroundAndTriesWhatFailedAgainWhenAsked() {
        List<ListEntry> entries = entries(450);
        long list = lists.add(SUPPORT, null, entries);

        await().atMost(LONG).until(() -> list(list).state() == ListState.DONE);
        assertThat(progress(list).failed()).isEqualTo(450);
        assertThat(lists.failed(SUPPORT, list, 0)).hasSize(TakeOverLists.PAGE);

        lists.tryFailedAgain(SUPPORT, list);

        assertThat(list(list).state()).isIn(ListState.RUNNING, ListState.DONE);
        await().atMost(LONG).untilAsserted(() -> assertThat(orders(list)).isZero());
        assertThat(progress(list).failed()).isEqualTo(450);
        assertThat(list(list).state()).isEqualTo(ListState.DONE);
    }

    @Test
    void goesOnWithAListThatWasPaused() {
        long list = add(3);
        lists.pause(SUPPORT, list);
        assertThat(list(list).state()).isEqualTo(ListState.PAUSED);
        assertThat(orders(list)).isZero();

        lists.goOn(SUPPORT, list);

        await().atMost(LONG).until(() -> list(list).state() == ListState.DONE);
    }

    /** As it is left by a process that was killed: its order is picked, and its heartbeats stay away. */
    @Test
    void takesTheWorkOfANodeOverThatWasKilled() {
        long list = add(3);
        database.sql("""
                        insert into scheduled_tasks
                            (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                        values ('take-over-list', ?, timestamp with time zone '2026-01-01 00:00:00+00', true, 'gone',
                            timestamp with time zone '2026-01-01 00:00:00+00', 1)""").param(Long.toString(list)).update();

        await().atMost(LONG).until(() -> list(list).state() == ListState.DONE);
        assertThat(progress(list).waiting()).isZero();
    }

    @Test
    void storesAHundredThousandZonesWithinSeconds() {
        Instant start = Instant.now();

        long list = add(ListReader.MOST_ZONES);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(progress(list).waiting()).isEqualTo(ListReader.MOST_ZONES);
        assertThat(store.waiting(list, 2)).extracting(WaitingItem::place).containsExactly(1, 2);
        database.sql("delete from take_over_list where id = ?").param(list).update();
    }

    @Test
    void isForStaffOnly() {
        long list = add(1);

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> lists.add(CUSTOMER, null, entries(1)));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> lists.progress(CUSTOMER, list));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> lists.newest(CUSTOMER));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> lists.failed(CUSTOMER, list, 0));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> lists.pause(CUSTOMER, list));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> lists.goOn(CUSTOMER, list));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> lists.tryFailedAgain(CUSTOMER, list));
    }

    /** A list without an order, so that only the test works on it. */
    private long add(int size) {
        return store.add(SUPPORT, null, entries(size), NOW);
    }

    private List<ListEntry> entries(int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(place -> new ListEntry(zone(place), "96001"))
                .toList();
    }

    private DomainName zone(int place) {
        return DomainName.of("z" + place + "-" + number + ".takeover.example");
    }

    private Instant chunk(long list) {
        return work.chunk(list(list), () -> false);
    }

    private TakeOverList list(long id) {
        return store.find(id).orElseThrow();
    }

    private TakeOverProgress progress(long id) {
        return lists.progress(SUPPORT, id).orElseThrow();
    }

    private long orders(long list) {
        return database.sql(
                        "select count(*) from scheduled_tasks where task_name = 'take-over-list' and task_instance = ?")
                .param(Long.toString(list))
                .query(Long.class)
                .single();
    }

    private long rows(String query, Object parameter) {
        return database.sql(query).param(parameter).query(Long.class).single();
    }
}
