package de.postlotse.desk.sweep;

import static de.postlotse.account.Callers.SUPPORT;
import static de.postlotse.account.Callers.customer;
import static de.postlotse.dns.MxSets.mx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.lookup.resolver.Lookups;
import de.postlotse.lookup.resolver.ScriptedDns;
import de.postlotse.policy.HostCondition;
import de.postlotse.policy.HostJudge;
import de.postlotse.testing.OnBothStores;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;
import org.xbill.DNS.Type;

/**
 * The sweep with its store, whichever database it is. The time of these tests is long ago, so that what they take is
 * theirs only; the application's own sweep rests meanwhile.
 */
@OnBothStores(atRest = true)
class SweepTests {

    private static final Caller CUSTOMER = customer("95001");
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration SOON = Duration.ofMinutes(1);

    @Autowired
    private SweepStore store;

    @Autowired
    private HostStore hosts;

    @Autowired
    private SweepPlanner planner;

    @Autowired
    private Sweeps sweeps;

    @Autowired
    private MailHosts known;

    @Autowired
    private Zones zones;

    @Autowired
    private HostJudge judge;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient database;

    private final ScriptedDns dns = ScriptedDns.resolver();
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final String domain = "t" + LAST.incrementAndGet() + ".sweep.example";
    private Instant now = LONG_AGO;

    @AfterEach
    void cleanUp() {
        dns.close();
        database.sql("delete from sweep_round where started_at < timestamp with time zone '2021-01-01 00:00:00+00'")
                .update();
        database.sql("delete from mail_host where name like ?")
                .param("%." + domain)
                .update();
        sweeps.goOn(SUPPORT);
    }

    @Test
    void nodesShareARoundAndAskNothingTwice() {
        usableHosts(240);
        round(12, 20);
        Sweeper one = new Sweeper(node(0));
        Sweeper other = new Sweeper(node(0));

        one.start();
        other.start();
        await().atMost(SOON).until(this::isRoundOver);
        one.stop();
        other.stop();

        assertThat(IntStream.range(0, 240).map(i -> dns.queries(host(i).toString(), Type.A)))
                .containsOnly(1);
        assertThat(dns.queries()).isEqualTo(2 * 240);
        assertThat(sum("asked")).isEqualTo(240);
        assertThat(sum("changed")).isZero();
    }

    @Test
    void anotherNodeTakesThePartOfOneThatWasKilled() throws InterruptedException {
        usableHosts(5);
        round(1, 5);
        dns.without(host(3).toString());
        SweepWork other = node(0);
        SweepWork.SweepJob killed = node(0).take().orElseThrow();

        assertThat(other.take()).isEmpty();
        database.sql(
                        "update sweep_part set taken_until = current_timestamp - interval '1' second where taken_by is not null")
                .update();
        other.take().orElseThrow().run(() -> false);

        assertThat(isRoundOver()).isTrue();
        assertThat(record(3).unconfirmed()).isNotNull();
        Instant seen = now;
        now = now.plus(Duration.ofHours(2));
        killed.run(() -> false);
        assertThat(record(3).unconfirmed())
                .isEqualTo(HostRecord.UnconfirmedCondition.first(HostCondition.DOES_NOT_EXIST, seen));
        assertThat(sum("asked")).isEqualTo(5);
    }

    @Test
    void goesOnAfterARestartWhereItWas() throws InterruptedException {
        usableHosts(30);
        round(1, 30);
        AtomicInteger looks = new AtomicInteger();

        node(100).take().orElseThrow().run(() -> looks.incrementAndGet() > 1);
        assertThat(sum("asked")).isEqualTo(10);
        assertThat(isRoundOver()).isFalse();
        work(node(0));

        assertThat(isRoundOver()).isTrue();
        assertThat(dns.queries()).isEqualTo(2 * 30);
        assertThat(sum("asked")).isEqualTo(30);
    }

    @Test
    void asksNothingWhileItIsPaused() {
        usableHosts(3);
        round(1, 3);
        sweeps.pause(SUPPORT);

        assertThat(node(0).take()).isEmpty();
        assertThat(sweeps.status(SUPPORT).pausedBy()).isEqualTo("support");

        sweeps.goOn(SUPPORT);
        work(node(0));
        assertThat(dns.queries()).isEqualTo(2 * 3);
        assertThat(sweeps.status(SUPPORT).isPaused()).isFalse();
    }

    @Test
    void aSingleFailureIsNobodysFinding() {
        usableHosts(2);
        round(1, 2);
        dns.when(host(1).toString()).servfail();

        work(node(0));
        assertThat(record(1).condition()).isEqualTo(HostCondition.USABLE);
        assertThat(record(1).knowledge().unconfirmed()).isEqualTo(HostCondition.UNCHECKED);

        dns.when(host(1).toString()).answersAgain();
        now = now.plus(Duration.ofHours(1));
        work(node(0));
        assertThat(record(1).unconfirmed()).isNull();
        assertThat(record(1).askAgainAt()).isNull();
        assertThat(events).isEmpty();
    }

    @Test
    void whatIsSeenInThreeRoundsAnHourApartIsBelieved() {
        usableHosts(2);
        round(1, 2);
        dns.without(host(1).toString());

        for (int hours = 0; hours < 3; hours++) {
            assertThat(record(1).condition()).isEqualTo(HostCondition.USABLE);
            assertThat(events).isEmpty();
            now = LONG_AGO.plus(Duration.ofHours(hours));
            work(node(0));
            work(node(0));
        }

        assertThat(events).containsExactly(new HostConditionSettled(host(1), HostCondition.DOES_NOT_EXIST, LONG_AGO));
        assertThat(known.of(List.of(host(0), host(1), DomainName.of("never-heard-of." + domain))))
                .containsOnlyKeys(host(0), host(1))
                .containsEntry(
                        host(1),
                        new HostKnowledge(
                                host(1), HostCondition.DOES_NOT_EXIST, LONG_AGO, List.of("192.175.48.1"), null, null));
    }

    @Test
    void keepsTheAddressesThatItSawLast() {
        usableHosts(1);
        round(1, 1);
        dns.without(host(0).toString()).with(host(0) + " 300 A 192.175.48.9", host(0) + " 300 AAAA 2620:4f:8000::9");

        work(node(0));

        assertThat(record(0).addresses()).containsExactly("192.175.48.9", "2620:4f:8000::9");
        assertThat(database.sql("select address from mail_host_address where host = ? order by address")
                        .param(host(0).toString())
                        .query(String.class)
                        .list())
                .containsExactly("192.175.48.9", "2620:4f:8000::9");
    }

    @Test
    void asksTheCarefulWayWhereTheResolverTakesNoTcp() {
        usableHosts(3);
        round(1, 3);
        HostAsker withoutPoll = new HostAsker(names -> Map.of(), Lookups.asking(dns), judge);

        work(node(withoutPoll, 0));

        assertThat(isRoundOver()).isTrue();
        assertThat(sum("changed")).isZero();
    }

    @Test
    void knowsTheHostsOfAZoneSoonAfterItCame() {
        DomainName zone = DomainName.of(domain);
        DomainName mx = host(0);
        zones.takeOver(SUPPORT, zone, "95001", "nowhere", List.of(mx(zone, 300, "10 " + mx)), 1);

        planner.plan();
        assertThat(known.of(List.of(mx))).containsKey(mx);
        assertThat(record(0).askAgainAt()).isNotNull();

        usableHost(1);
        while (hosts.find(List.of(host(1))).size() > 0) {
            transaction.executeWithoutResult(status -> hosts.forgetUnused(1_000));
        }
        assertThat(known.of(List.of(mx))).containsKey(mx);
    }

    @Test
    void aRoundHasEachHostInOneOfItsParts() {
        usableHosts(SweepStore.HOSTS_A_PART + 1);

        SweepStore.Round round = transaction.execute(status -> store.startRound(LONG_AGO, Duration.ofHours(20)));

        assertThat(database.sql("""
                        select count(*) from mail_host h where (select count(*) from sweep_part p
                        where p.round_id = ? and h.name >= p.first_host and h.name <= p.last_host) <> 1""").param(round.id()).query(Long.class).single())
                .isZero();
        List<Instant> due = database.sql("select due_at from sweep_part where round_id = ? order by place")
                .param(round.id())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
        assertThat(due).hasSizeGreaterThan(1).isSorted().first().isEqualTo(LONG_AGO);
        assertThat(Duration.between(due.get(due.size() - 2), due.getLast()))
                .isCloseTo(Duration.ofHours(20).dividedBy(due.size()), Duration.ofSeconds(2));
    }

    @Test
    void isForStaffOnly() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> sweeps.status(CUSTOMER));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> sweeps.pause(CUSTOMER));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> sweeps.goOn(CUSTOMER));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> sweeps.askAllNow(CUSTOMER));
    }

    private SweepWork node(int mostPerSecond) {
        return node(new HostAsker(Lookups.poll(dns), Lookups.asking(dns), judge), mostPerSecond);
    }

    private SweepWork node(HostAsker asker, int mostPerSecond) {
        SweepProperties properties = new SweepProperties(
                Duration.ofDays(1),
                Duration.ofHours(20),
                Duration.ofHours(1),
                mostPerSecond,
                Duration.ofDays(1),
                Duration.ofMinutes(5));
        Clock clock = InstantSource.tick(() -> now, Duration.ofMillis(1)).withZone(ZoneOffset.UTC);
        return new SweepWork(hosts, store, asker, properties, transaction, events::add, clock);
    }

    /** Everything that is due. */
    private static void work(SweepWork node) {
        try {
            for (Optional<SweepWork.SweepJob> next = node.take(); next.isPresent(); next = node.take()) {
                next.get().run(() -> false);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void usableHosts(int count) {
        IntStream.range(0, count).forEach(this::usableHost);
        dns.with(IntStream.range(0, Math.min(count, 300))
                .mapToObj(i -> host(i) + " 300 A 192.175.48.1")
                .toArray(String[]::new));
    }

    private void usableHost(int i) {
        database.sql("""
                        insert into mail_host (name, host_condition, since, addresses)
                        values (?, 'USABLE', timestamp with time zone '2019-01-01 00:00:00+00', '192.175.48.1')""").param(host(i).toString()).update();
    }

    /** So many parts with so many hosts of this test each. */
    private void round(int parts, int hostsEach) {
        database.sql("insert into sweep_round (started_at, hosts) values (?, ?)")
                .params(LONG_AGO.atOffset(ZoneOffset.UTC), parts * hostsEach)
                .update();
        for (int part = 0; part < parts; part++) {
            database.sql("""
                            insert into sweep_part (round_id, place, first_host, last_host, hosts, due_at)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(
                            roundId(),
                            part + 1,
                            host(part * hostsEach).toString(),
                            host((part + 1) * hostsEach - 1).toString(),
                            hostsEach,
                            LONG_AGO.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private long roundId() {
        return database.sql("select max(id) from sweep_round").query(Long.class).single();
    }

    private boolean isRoundOver() {
        return database.sql("select count(*) from sweep_round where id = ? and ended_at is not null")
                        .param(roundId())
                        .query(Long.class)
                        .single()
                == 1;
    }

    private long sum(String column) {
        return database.sql("select sum(" + column + ") from sweep_part where round_id = ?")
                .param(roundId())
                .query(Long.class)
                .single();
    }

    private HostRecord record(int i) {
        return hosts.find(List.of(host(i))).getFirst();
    }

    /** Their names are in the order of their numbers. */
    private DomainName host(int i) {
        return DomainName.of("mx%05d.%s".formatted(i, domain));
    }
}
