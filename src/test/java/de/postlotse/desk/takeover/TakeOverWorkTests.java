package de.postlotse.desk.takeover;

import static de.postlotse.account.Callers.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.publishing.server.NameServerException.Reason;
import de.postlotse.testing.OnBothStores;
import de.postlotse.work.ChunkRunner;
import de.postlotse.work.JobProgress;
import de.postlotse.work.JobState;
import de.postlotse.work.JobStore;
import de.postlotse.zone.Zones;
import de.postlotse.zone.history.History;
import de.postlotse.zone.history.HistoryFilter;
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
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

/** How a list is worked off, whichever database it is. */
@OnBothStores
class TakeOverWorkTests {

    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Caller CUSTOMER = new Caller("kunde", Role.CUSTOMER, "96001", "127.0.0.1");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int LONG_LIST = 5_000;

    private final TakeOverStore store;
    private final JobStore<TakeOverItemStatus> jobs;
    private final TakeOverLists lists;
    private final Zones zones;
    private final History history;
    private final JdbcClient database;
    private final ServedZonesInMemory served = new ServedZonesInMemory();
    private final TakeOverWork kind;
    private final ChunkRunner<?, TakeOverItemStatus> work;
    private final int number = LAST.incrementAndGet();

    TakeOverWorkTests(
            TakeOverStore store,
            JobStore<TakeOverItemStatus> jobs,
            TakeOverLists lists,
            TakeOver takeOver,
            Zones zones,
            History history,
            TransactionOperations transaction,
            JdbcClient database) {
        this.store = store;
        this.jobs = jobs;
        this.lists = lists;
        this.zones = zones;
        this.history = history;
        this.database = database;
        this.kind = new TakeOverWork(store, jobs, served, takeOver, zones, transaction);
        this.work = new ChunkRunner<>(kind, jobs, Clock.fixed(NOW, ZoneOffset.UTC));
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
    void listsThatEndedLongAgoAreForgottenInBatches() {
        Instant longAgo = Instant.parse("2019-03-01T12:00:00Z");
        List<ListReading.Entry> entries = IntStream.range(0, 5)
                .mapToObj(i -> new ListReading.Entry(DomainName.of("weg-" + i + ".example"), "96001"))
                .toList();
        long ended = store.add(SUPPORT, null, entries, longAgo);
        long stopped = store.add(SUPPORT, null, entries, longAgo);
        jobs.setState(ended, JobState.DONE);
        jobs.setState(stopped, JobState.STOPPED);
        Instant before = longAgo.plusSeconds(1);

        assertThat(IntStream.range(0, 5).map(i -> jobs.purge(before, "1 = 0", 2)))
                .containsExactly(2, 2, 1, 1, 0);

        assertThat(store.find(ended)).isEmpty();
        assertThat(store.find(stopped)).isPresent();
        assertThat(jobs.counts(stopped)).containsEntry(TakeOverItemStatus.WAITING, 5);
    }

    @Test
    void takesEachZoneOverAsItIsServed() {
        long list = add(5);

        chunk(list);

        assertThat(progress(list).count(TakeOverItemStatus.TAKEN)).isEqualTo(5);
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

        work.run(list(list).job(), () -> left.decrementAndGet() < 0);
        assertThat(progress(list).count(TakeOverItemStatus.TAKEN)).isEqualTo(40);
        chunk(list);
        chunk(list);

        assertThat(progress(list).count(TakeOverItemStatus.TAKEN)).isEqualTo(300);
        assertThat(served.asked()).hasSize(300).doesNotHaveDuplicates();
    }

    /** What the store says to whoever was second. */
    @Test
    void looksOnceMoreWhereSomebodyElseWasAtTheZoneAtTheSameMoment() {
        long list = add(1);
        AtomicBoolean first = new AtomicBoolean(true);
        served.whenAsked(() -> {
            if (first.getAndSet(false)) {
                throw new DuplicateKeyException("somebody else was first");
            }
        });

        chunk(list);

        assertThat(progress(list).counts()).containsExactlyEntriesOf(Map.of(TakeOverItemStatus.TAKEN, 1));
    }

    /** A node that was paused for so long that another one took its work over finds each zone done. */
    @Test
    void takesEachZoneOverOnceWhereTwoNodesAreAtWork() {
        long list = add(100);

        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> chunk(list));
        chunk(list);
        other.join();

        assertThat(progress(list).counts()).containsExactlyEntriesOf(Map.of(TakeOverItemStatus.TAKEN, 100));
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

        assertThat(progress(list).count(TakeOverItemStatus.ALREADY)).isEqualTo(1);
        assertThat(progress(list).count(TakeOverItemStatus.TAKEN)).isEqualTo(1);
        assertThat(lists.failed(SUPPORT, list, 0))
                .containsExactly(
                        new TakeOverLists.FailedZone(2, zone(2), "96001", "zone-not-served"),
                        new TakeOverLists.FailedZone(4, zone(4), "96001", "refused"));
        assertThat(lists.failed(SUPPORT, list, 2))
                .extracting(TakeOverLists.FailedZone::place)
                .containsExactly(4);
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
        assertThat(list(list).job().waitsFor()).isEqualTo("ns1");
        assertThat(list(list).job().nextAttemptAt()).isEqualTo(second);
        assertThat(progress(list).count(TakeOverItemStatus.WAITING)).isEqualTo(50);

        served.comeUp();
        chunk(list);

        assertThat(progress(list).count(TakeOverItemStatus.TAKEN)).isEqualTo(50);
        assertThat(list(list).job().waitsFor()).isNull();
    }

    @Test
    void zonesThatCannotBeReachedDoNotHoldUpTheOthers() {
        IntStream.rangeClosed(1, 30).forEach(place -> served.fail(zone(place), Reason.UNREACHABLE));
        long list = add(60);

        for (int round = 0; round < 10; round++) {
            chunk(list);
        }

        assertThat(progress(list).count(TakeOverItemStatus.TAKEN)).isEqualTo(30);
        assertThat(progress(list).count(TakeOverItemStatus.WAITING)).isEqualTo(30);
        assertThat(list(list).job().waitsFor()).isEqualTo("ns1");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "6, 32", "7, 60", "100, 60"})
    void pauseGrowsToAMinute(int failures, long seconds) {
        assertThat(kind.backOff().after(failures)).hasSeconds(seconds);
    }

    @Test
    void pausesAListWithinAChunk() {
        long list = add(100);
        AtomicBoolean first = new AtomicBoolean(true);
        served.whenAsked(() -> {
            if (first.getAndSet(false)) {
                lists.stop(SUPPORT, list);
            }
        });

        chunk(list);

        assertThat(list(list).job().state()).isEqualTo(JobState.STOPPED);
        assertThat(progress(list).count(TakeOverItemStatus.TAKEN)).isLessThan(20);
        assertThat(progress(list).count(TakeOverItemStatus.WAITING)).isGreaterThan(80);
    }

    /** From here on by the scheduler, with the name server of the application, which serves none of these zones. */
    @Test
    void worksAListOffInTheBackgroundAndTriesWhatFailedAgainWhenAsked() {
        List<ListReading.Entry> entries = entries(450);
        long list = lists.add(SUPPORT, null, entries);

        await().atMost(LONG).until(() -> list(list).job().state() == JobState.DONE);
        assertThat(progress(list).count(TakeOverItemStatus.FAILED)).isEqualTo(450);
        assertThat(lists.failed(SUPPORT, list, 0)).hasSize(TakeOverLists.PAGE);

        lists.tryAgain(SUPPORT, list);

        assertThat(list(list).job().state()).isIn(JobState.RUNNING, JobState.DONE);
        await().atMost(LONG).untilAsserted(() -> assertThat(orders(list)).isZero());
        assertThat(progress(list).count(TakeOverItemStatus.FAILED)).isEqualTo(450);
        assertThat(list(list).job().state()).isEqualTo(JobState.DONE);
    }

    @Test
    void goesOnWithAListThatWasPaused() {
        long list = add(3);
        lists.stop(SUPPORT, list);
        assertThat(list(list).job().state()).isEqualTo(JobState.STOPPED);
        assertThat(orders(list)).isZero();

        lists.goOn(SUPPORT, list);

        await().atMost(LONG).until(() -> list(list).job().state() == JobState.DONE);
    }

    /** As it is left by a process that was killed: its order is picked, and its heartbeats stay away. */
    @Test
    void takesTheWorkOfANodeOverThatWasKilled() {
        long list = add(3);
        database.sql("""
            insert into scheduled_tasks
                (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
            values ('take-over-list', ?, timestamp with time zone '2026-01-01 00:00:00+00', true, 'gone',
                timestamp with time zone '2026-01-01 00:00:00+00', 1)\
            """).param(Long.toString(list)).update();

        await().atMost(LONG).until(() -> list(list).job().state() == JobState.DONE);
        assertThat(progress(list).count(TakeOverItemStatus.WAITING)).isZero();
    }

    @Test
    void storesALongListInItsOrder() {
        long list = add(LONG_LIST);

        assertThat(progress(list).count(TakeOverItemStatus.WAITING)).isEqualTo(LONG_LIST);
        assertThat(store.waiting(list, 2))
                .extracting(TakeOverStore.TakeOverItem::place)
                .containsExactly(1, 2);
        database.sql("delete from take_over_list where id = ?").param(list).update();
    }

    @Test
    void isForStaffOnly() {
        long list = add(1);

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> lists.add(CUSTOMER, null, entries(1)));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> lists.find(CUSTOMER, list));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> lists.newest(CUSTOMER));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> lists.failed(CUSTOMER, list, 0));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> lists.stop(CUSTOMER, list));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> lists.goOn(CUSTOMER, list));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> lists.tryAgain(CUSTOMER, list));
    }

    /** A list without an order, so that only the test works on it. */
    private long add(int size) {
        return store.add(SUPPORT, null, entries(size), NOW);
    }

    private List<ListReading.Entry> entries(int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(place -> new ListReading.Entry(zone(place), "96001"))
                .toList();
    }

    private DomainName zone(int place) {
        return DomainName.of("z" + place + "-" + number + ".takeover.example");
    }

    private Instant chunk(long list) {
        return work.run(list(list).job(), () -> false);
    }

    private TakeOverList list(long id) {
        return store.find(id).orElseThrow();
    }

    private JobProgress<TakeOverItemStatus> progress(long id) {
        return lists.progress(SUPPORT, list(id));
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
