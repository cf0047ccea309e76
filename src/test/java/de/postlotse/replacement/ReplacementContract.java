package de.postlotse.replacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.EditedZone;
import de.postlotse.zone.Finding;
import de.postlotse.zone.FourEyesProperties;
import de.postlotse.zone.HandBack;
import de.postlotse.zone.History;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.HistoryFilter;
import de.postlotse.zone.HostCondition;
import de.postlotse.zone.HostReplacing;
import de.postlotse.zone.HostStatus;
import de.postlotse.zone.OwnMailServers;
import de.postlotse.zone.ServerMaintenance;
import de.postlotse.zone.Zones;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

/** How a host is replaced everywhere, and taken back, whichever database it is. */
abstract class ReplacementContract {

    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Caller SUPPORT = new Caller("support", Role.SUPPORT, null, "127.0.0.1");
    private static final Caller COLLEAGUE = new Caller("admin", Role.ADMIN, null, "127.0.0.1");
    private static final Caller CUSTOMER = new Caller("kunde", Role.CUSTOMER, "97001", "127.0.0.1");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final DomainName USABLE = DomainName.of("mx1.hoster.example");

    private final ReplacementStore store;
    private final Replacements replacements;
    private final HostReplacing hosts;
    private final Zones zones;
    private final History history;
    private final HandBack handBack;
    private final ServerMaintenance maintenance;
    private final JdbcClient database;
    private final ReplacementWork work;
    private final Replacements underFourEyes;
    private final int number = LAST.incrementAndGet();
    private final DomainName oldHost = DomainName.of("alt-" + number + ".hoster.net");
    private final DomainName newHost = DomainName.of("neu-" + number + ".hoster.net");
    private final AtomicInteger asked = new AtomicInteger();
    private volatile HostStatus ofNew = usable(newHost);

    ReplacementContract(ApplicationContext application) {
        this.store = application.getBean(ReplacementStore.class);
        this.replacements = application.getBean(Replacements.class);
        this.hosts = application.getBean(HostReplacing.class);
        this.zones = application.getBean(Zones.class);
        this.history = application.getBean(History.class);
        this.handBack = application.getBean(HandBack.class);
        this.maintenance = application.getBean(ServerMaintenance.class);
        this.database = application.getBean(JdbcClient.class);
        this.work = new ReplacementWork(
                store,
                hosts,
                host -> {
                    asked.incrementAndGet();
                    return ofNew;
                },
                zones,
                Clock.fixed(NOW, ZoneOffset.UTC));
        FourEyesProperties twoZones =
                new FourEyesProperties(Set.of(FourEyesProperties.Kind.MAIL_LEAVES_OUR_SERVERS), 1);
        this.underFourEyes = new Replacements(
                store,
                new DryRuns(store, hosts, application.getBean(OwnMailServers.class), twoZones),
                hosts,
                application.getBean(ReplacementOrders.class),
                twoZones,
                application.getBean(TransactionOperations.class),
                Clock.systemUTC());
    }

    /** Nobody serves these zones; others who share the application are not to meet them. */
    @AfterEach
    void removeZones() {
        String ours = "(select id from zone where name like '%-" + number + ".ersetzen.net')";
        List.of("mx_record", "zone_change")
                .forEach(table -> database.sql("delete from " + table + " where zone_id in " + ours)
                        .update());
        database.sql("delete from zone where id in " + ours).update();
        database.sql("delete from replacement where old_host = ? and undo_of is not null")
                .param(oldHost.toString())
                .update();
        database.sql("delete from replacement where old_host = ?")
                .param(oldHost.toString())
                .update();
    }

    @Test
    void replacesTheHostInEachZoneAndLeavesALineInItsHistory() {
        long id = add(5);

        chunk(id);

        assertThat(progress(id).counts()).containsExactly(entry(ItemStatus.DONE, 5));
        assertThat(servers(1)).containsExactly(MxRecord.of(10, newHost.toString()), MxRecord.of(20, "mx.hoster.net"));
        assertThat(lines(1).getFirst()).satisfies(line -> {
            assertThat(line.kind()).isEqualTo(ChangeKind.HOST_REPLACED);
            assertThat(line.actor()).isEqualTo("support");
            assertThat(line.onBehalfOf()).isEqualTo("97001");
            assertThat(line.reason()).isEqualTo("Umzug");
        });
        assertThat(zones.require(SUPPORT, zone(1)).isLive()).isFalse();
    }

    @Test
    void asksDnsOnceForManyZones() {
        long id = add(40);

        chunk(id);

        assertThat(asked).hasValue(1);
    }

    @Test
    void goesOnWhereItStopped() {
        long id = add(30);
        AtomicInteger left = new AtomicInteger(10);

        work.chunk(replacement(id), () -> left.decrementAndGet() < 0);
        assertThat(progress(id).count(ItemStatus.DONE)).isEqualTo(10);
        chunk(id);

        assertThat(progress(id).counts()).containsExactly(entry(ItemStatus.DONE, 30));
        assertThat(linesOfReplacement()).isEqualTo(30);
    }

    @Test
    void changesEachZoneOnceWhereTwoNodesAreAtWork() {
        long id = add(60);

        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> chunk(id));
        chunk(id);
        other.join();

        assertThat(progress(id).counts()).containsExactly(entry(ItemStatus.DONE, 60));
        assertThat(linesOfReplacement()).isEqualTo(60);
    }

    /** It was killed between the change and the note that it is done; after that a customer was faster. */
    @Test
    void findsWhatANodeHasChangedThatWasKilled() {
        long id = add(3);
        chunk(id);
        database.sql("update replacement_item set status = 'WAITING' where replacement_id = ?")
                .param(id)
                .update();
        changeTtl(2);

        chunk(id);

        assertThat(progress(id).counts()).containsExactly(entry(ItemStatus.DONE, 3));
        assertThat(linesOfReplacement()).isEqualTo(3);
    }

    @Test
    void leavesAndListsWhatIsNotAsItWasSeen() {
        long id = add(5, DomainName.of("mx.z4-" + number + ".ersetzen.net.z4-" + number + ".ersetzen.net"));
        changeTtl(1);
        drift(2);
        handBack.handBack(SUPPORT, zone(3), null);

        chunk(id);

        assertThat(progress(id).count(ItemStatus.DONE)).isEqualTo(1);
        assertThat(replacements.left(SUPPORT, id, 0))
                .extracting(LeftZone::zone, LeftZone::status)
                .containsExactly(
                        tuple(zone(1), ItemStatus.CHANGED_MEANWHILE),
                        tuple(zone(2), ItemStatus.DRIFTED),
                        tuple(zone(3), ItemStatus.GONE),
                        tuple(zone(4), ItemStatus.REFUSED));
        assertThat(replacements.left(SUPPORT, id, 3)).extracting(LeftZone::zone).containsExactly(zone(4));
        assertThat(servers(1)).contains(MxRecord.of(10, oldHost.toString()));
        assertThat(linesOfReplacement()).isEqualTo(1);
    }

    @Test
    void waitsLongerAndLongerWhileTheNewHostCannotBeChecked() {
        long id = add(3);
        ofNew = unchecked(newHost);

        Instant first = chunk(id);
        Instant second = chunk(id);

        assertThat(first).isEqualTo(NOW.plusSeconds(1));
        assertThat(second).isEqualTo(NOW.plusSeconds(2));
        assertThat(replacement(id).state()).isEqualTo(ReplacementState.RUNNING);
        assertThat(replacement(id).hostProblem()).isEqualTo(HostCondition.UNCHECKED);
        assertThat(progress(id).counts()).containsExactly(entry(ItemStatus.WAITING, 3));

        ofNew = usable(newHost);
        chunk(id);

        assertThat(progress(id).count(ItemStatus.DONE)).isEqualTo(3);
        assertThat(replacement(id).hostProblem()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "4, 8", "5, 15", "100, 15"})
    void pauseGrowsToAQuarterOfAMinute(int failures, long seconds) {
        assertThat(ReplacementWork.pause(failures)).hasSeconds(seconds);
    }

    @Test
    void stopsWhereTheNewHostHasVanishedAndLosesNothing() {
        long id = add(10);
        AtomicInteger left = new AtomicInteger(4);
        work.chunk(replacement(id), () -> left.decrementAndGet() < 0);

        ofNew = gone(newHost);
        chunk(id);

        assertThat(replacement(id).state()).isEqualTo(ReplacementState.STOPPED);
        assertThat(replacement(id).hostProblem()).isEqualTo(HostCondition.DOES_NOT_EXIST);
        assertThat(progress(id).counts()).containsExactly(entry(ItemStatus.WAITING, 6), entry(ItemStatus.DONE, 4));

        ofNew = usable(newHost);
        store.setState(id, ReplacementState.RUNNING);
        chunk(id);

        assertThat(progress(id).counts()).containsExactly(entry(ItemStatus.DONE, 10));
    }

    /** The old host may be gone by now; who takes the change back was told so. */
    @Test
    void takesEverythingBackButWhatWasChangedSince() {
        long id = add(4);
        chunk(id);
        store.setState(id, ReplacementState.DONE);
        changeTtl(2);

        assertThat(replacements.undoPreview(SUPPORT, id)).hasValueSatisfying(preview -> {
            assertThat(preview.zones()).isEqualTo(3);
            assertThat(preview.changedSince()).isEqualTo(1);
            assertThat(preview.ofOld().verdict().passes()).isFalse();
        });
        long undo = replacements.undo(COLLEAGUE, id, "").orElseThrow();

        awaitDone(undo);
        assertThat(progress(undo).counts())
                .containsExactly(entry(ItemStatus.DONE, 3), entry(ItemStatus.CHANGED_MEANWHILE, 1));
        assertThat(servers(1)).containsExactly(MxRecord.of(10, oldHost.toString()), MxRecord.of(20, "mx.hoster.net"));
        assertThat(lines(1)).extracting(HistoryEntry::kind).startsWith(ChangeKind.RESTORED, ChangeKind.HOST_REPLACED);
        assertThat(lines(1).getFirst().actor()).isEqualTo("admin");
        assertThat(servers(2)).contains(MxRecord.of(10, newHost.toString()));
        assertThat(replacements.undo(SUPPORT, id, "")).as("only once").hasValue(undo);
        assertThat(replacements.undo(SUPPORT, undo, ""))
                .as("an undo is not undone")
                .isEmpty();
        assertThat(progress(id).canGoOn()).isFalse();
    }

    /** From here on by the scheduler of the application. */
    @Test
    void startsWhatItsAuthorHasSeenAndOnlyOnce() {
        takeOver(3);
        UUID request = UUID.randomUUID();
        DryRun shown = dryRun();
        assertThat(shown.extent())
                .isEqualTo(new Extent(3, 3, 3, 1, shown.extent().seen()));

        StartOutcome outcome = start(request, shown.extent().seen());

        assertThat(outcome).isInstanceOf(StartOutcome.Started.class);
        assertThat(start(request, shown.extent().seen())).isEqualTo(outcome);
        long id = ((StartOutcome.Started) outcome).id();
        awaitDone(id);
        assertThat(progress(id).counts()).containsExactly(entry(ItemStatus.DONE, 3));
        assertThat(dryRun().extent().zones()).isZero();
    }

    @Test
    void showsTheDryRunAgainWhereAZoneHasChangedSince() {
        takeOver(3);
        String seen = dryRun().extent().seen();
        changeTtl(2);

        StartOutcome outcome = start(UUID.randomUUID(), seen);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        StartOutcome.Shown.class,
                        shown -> assertThat(shown.dryRun().extent().seen()).isNotEqualTo(seen));
        assertThat(replacements.newest(SUPPORT))
                .extracting(Replacement::oldHost)
                .doesNotContain(oldHost);
        assertThat(linesOfReplacement()).isZero();
    }

    @Test
    void saysWhatThereIsToKnowBefore() {
        takeOver(6);
        drift(1);
        set(2, MxRecord.of(10, oldHost.toString()), MxRecord.of(20, USABLE.toString()));
        database.sql("update zone set routing = 'HOSTER' where name = ?")
                .param(zone(3).toString())
                .update();

        DryRun toOurs = dryRun();
        assertThat(toOurs.ofNew().verdict().passes()).isTrue();
        assertThat(toOurs.ofOld().condition()).isEqualTo(HostCondition.DOES_NOT_EXIST);
        assertThat(toOurs.count(Remark.DRIFTED)).isEqualTo(1);
        assertThat(toOurs.count(Remark.HAS_NEW_HOST)).isEqualTo(1);
        assertThat(toOurs.count(Remark.COMES_TO_OUR_SERVERS))
                .as("alone or beside ours")
                .isEqualTo(2);
        assertThat(toOurs.count(Remark.LEAVES_OUR_SERVERS)).isZero();

        String within = "mx." + zone(4) + "." + zone(4);
        DryRun away = ((StartOutcome.Shown) replacements.dryRun(SUPPORT, oldHost.toString(), within)).dryRun();
        assertThat(away.canStart()).as("nobody knows that host").isFalse();
        assertThat(away.count(Remark.LEAVES_OUR_SERVERS)).isEqualTo(1);
        assertThat(away.remarks())
                .filteredOn(zones -> zones.remark() == Remark.REFUSED)
                .singleElement()
                .satisfies(zones -> assertThat(zones.first()).containsExactly(zone(4)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', mx.hoster.net, target-missing, ",
        "mail alt.hoster.net, mx.hoster.net, target-invalid-character, ",
        "alt_1.hoster.net, ' ', , target-missing",
        "alt.hoster.net, 192.0.2.1, , target-is-address",
        "alt.hoster.net, ., , target-is-no-host",
        "alt.hoster.net, ALT.hoster.net., , target-replaced-by-itself",
        "alt.hoster.net, mx1.neu.example, , target-special-use"
    })
    void saysWhatIsWrongWithANameAndReadsWhatZonesMayHave(String old, String replacement, String ofOld, String ofNew) {
        assertThat(replacements.dryRun(SUPPORT, old, replacement))
                .isInstanceOfSatisfying(StartOutcome.Unreadable.class, unreadable -> {
                    assertThat(unreadable.ofOld())
                            .extracting(Finding::code)
                            .isEqualTo(ofOld == null ? List.of() : List.of(ofOld));
                    if (ofNew != null) {
                        assertThat(unreadable.ofNew()).extracting(Finding::code).containsExactly(ofNew);
                    }
                });
    }

    @Test
    void stopsAndGoesOn() {
        long id = add(3, USABLE);
        replacements.stop(SUPPORT, id);
        chunk(id);
        assertThat(progress(id).tried()).isZero();
        assertThat(replacement(id).state()).isEqualTo(ReplacementState.STOPPED);

        replacements.goOn(SUPPORT, id);

        awaitDone(id);
        assertThat(progress(id).counts()).containsExactly(entry(ItemStatus.DONE, 3));
    }

    @Test
    void triesThoseAgainThatHadDrifted() {
        long id = add(2, USABLE);
        drift(1);
        chunk(id);
        store.setState(id, ReplacementState.DONE);
        assertThat(progress(id).canBeTriedAgain()).isTrue();
        database.sql("update zone set publication_state = 'LIVE', found_sets = '' where name = ?")
                .param(zone(1).toString())
                .update();

        replacements.tryAgain(SUPPORT, id);

        awaitDone(id);
        assertThat(progress(id).counts()).containsExactly(entry(ItemStatus.DONE, 2));
    }

    @Test
    void waitsForASecondPairOfEyesWhereMailOfManyZonesLeavesOurServers() {
        long id = startUnderFourEyes();

        assertThat(replacement(id).state()).isEqualTo(ReplacementState.AWAITING_APPROVAL);
        assertThat(underFourEyes.awaitingApproval(COLLEAGUE))
                .filteredOn(waiting -> waiting.oldHost().equals(oldHost))
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.id()).isEqualTo(id);
                    assertThat(waiting.author()).isEqualTo("support");
                    assertThat(waiting.leaving()).isEqualTo(3);
                    assertThat(waiting.reason()).isEqualTo("Umzug");
                });
        underFourEyes.goOn(COLLEAGUE, id);
        assertThat(replacement(id).state()).isEqualTo(ReplacementState.AWAITING_APPROVAL);
        assertThat(underFourEyes.approve(SUPPORT, id)).isInstanceOf(Decision.OwnWork.class);
        assertThat(underFourEyes.reject(SUPPORT, id, "doch nicht")).isInstanceOf(Decision.OwnWork.class);
        assertThat(linesOfReplacement()).isZero();

        assertThat(underFourEyes.approve(COLLEAGUE, id)).isInstanceOf(Decision.Made.class);

        awaitDone(id);
        assertThat(progress(id).counts()).containsExactly(entry(ItemStatus.DONE, 3));
        assertThat(replacement(id).decidedBy()).isEqualTo("admin");
        assertThat(lines(1).getFirst().actor()).isEqualTo("support");
        assertThat(underFourEyes.approve(COLLEAGUE, id)).isInstanceOf(Decision.NoLongerWaits.class);
    }

    @Test
    void itsAuthorSeesWhyItWasRejected() {
        long id = startUnderFourEyes();

        assertThat(underFourEyes.reject(COLLEAGUE, id, " ")).isInstanceOf(Decision.ReasonMissing.class);
        assertThat(underFourEyes.reject(COLLEAGUE, id, "Die Kunden wissen nichts davon"))
                .isInstanceOf(Decision.Made.class);

        assertThat(replacement(id).state()).isEqualTo(ReplacementState.REJECTED);
        assertThat(replacement(id).rejection()).isEqualTo("Die Kunden wissen nichts davon");
        assertThat(replacement(id).decidedBy()).isEqualTo("admin");
        assertThat(underFourEyes.approve(COLLEAGUE, id)).isInstanceOf(Decision.NoLongerWaits.class);
        assertThat(linesOfReplacement()).isZero();
    }

    @Test
    void isCheckedAgainBeforeItIsApproved() {
        long id = startUnderFourEyes();
        database.sql("update replacement set new_host = 'gibt-es-nicht.hoster.net' where id = ?")
                .param(id)
                .update();

        assertThat(underFourEyes.approve(COLLEAGUE, id)).isInstanceOf(Decision.HostNotUsable.class);
        assertThat(replacement(id).state()).isEqualTo(ReplacementState.AWAITING_APPROVAL);
    }

    @Test
    void isForStaffOnly() {
        long id = add(1);

        List.<ThrowingCallable>of(
                        () -> replacements.dryRun(CUSTOMER, "a.de", "b.de"),
                        () -> replacements.start(CUSTOMER, UUID.randomUUID(), "a.de", "b.de", "", ""),
                        () -> replacements.newest(CUSTOMER),
                        () -> replacements.progress(CUSTOMER, id),
                        () -> replacements.left(CUSTOMER, id, 0),
                        () -> replacements.stop(CUSTOMER, id),
                        () -> replacements.goOn(CUSTOMER, id),
                        () -> replacements.tryAgain(CUSTOMER, id),
                        () -> replacements.undoPreview(CUSTOMER, id),
                        () -> replacements.undo(CUSTOMER, id, ""),
                        () -> replacements.awaitingApproval(CUSTOMER),
                        () -> replacements.approve(CUSTOMER, id),
                        () -> replacements.reject(CUSTOMER, id, "nein"))
                .forEach(call ->
                        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(call));
    }

    /** Without an order, so that only the test works on it. */
    private long add(int size) {
        return add(size, newHost);
    }

    private long add(int size, DomainName replacement) {
        takeOver(size);
        long id = store.add(
                new NewReplacement(
                        UUID.randomUUID(), ReplacementKind.REPLACE, null, oldHost, replacement, "Umzug", SUPPORT),
                NOW);
        store.begin(id, store.addZones(id, oldHost), 0, ReplacementState.RUNNING);
        ofNew = usable(replacement);
        return id;
    }

    private long startUnderFourEyes() {
        takeOver(3);
        database.sql("update zone set routing = 'HOSTER' where name like ?")
                .param("z%-" + number + ".ersetzen.net")
                .update();
        StartOutcome.Shown shown =
                (StartOutcome.Shown) underFourEyes.dryRun(SUPPORT, oldHost.toString(), "hoster.example");
        assertThat(shown.dryRun().needsApproval()).isTrue();
        StartOutcome started = underFourEyes.start(
                SUPPORT,
                UUID.randomUUID(),
                oldHost.toString(),
                "hoster.example",
                "Umzug",
                shown.dryRun().extent().seen());
        return ((StartOutcome.Started) started).id();
    }

    private void takeOver(int size) {
        IntStream.rangeClosed(1, size).forEach(place -> {
            List<MxRecord> records = place == 6
                    ? List.of(MxRecord.of(10, oldHost.toString()))
                    : List.of(MxRecord.of(10, oldHost.toString()), MxRecord.of(20, "mx.hoster.net"));
            zones.takeOver(SUPPORT, zone(place), "97001", "ns1", List.of(set(place, records)), 1);
        });
    }

    private MxSet set(int place, List<MxRecord> records) {
        return MxSet.of(zone(place), new Ttl(3600), records);
    }

    private void set(int place, MxRecord... records) {
        handBack.handBack(SUPPORT, zone(place), null);
        zones.takeOver(SUPPORT, zone(place), "97001", "ns1", List.of(set(place, List.of(records))), 1);
    }

    private void changeTtl(int place) {
        maintenance.changeTtl(CUSTOMER, new EditedZone(zone(place), null), List.of(zone(place)), new Ttl(600));
    }

    private void drift(int place) {
        database.sql("""
                        update zone set publication_state = 'DRIFTED', found_sets = '', problem = 'changed-elsewhere',
                            problem_since = timestamp with time zone '2026-01-01 00:00:00+00' where name = ?""").param(zone(place).toString()).update();
    }

    private DryRun dryRun() {
        return ((StartOutcome.Shown) replacements.dryRun(SUPPORT, oldHost.toString(), USABLE.toString())).dryRun();
    }

    private StartOutcome start(UUID request, String seen) {
        return replacements.start(SUPPORT, request, oldHost.toString(), USABLE.toString(), "", seen);
    }

    private void awaitDone(long id) {
        await().atMost(LONG)
                .until(() -> replacement(id).state() == ReplacementState.DONE
                        && !progress(id).atWork());
    }

    private DomainName zone(int place) {
        return DomainName.of("z" + place + "-" + number + ".ersetzen.net");
    }

    private List<MxRecord> servers(int place) {
        return zones.require(SUPPORT, zone(place)).mxSets().getFirst().records();
    }

    private List<HistoryEntry> lines(int place) {
        return history.lines(SUPPORT, zone(place), HistoryFilter.ALL, Long.MAX_VALUE, 10);
    }

    private long linesOfReplacement() {
        return database.sql("""
                        select count(*) from zone_change c join zone z on z.id = c.zone_id
                        where z.name like ? and c.kind = 'HOST_REPLACED'""")
                .param("z%-" + number + ".ersetzen.net")
                .query(Long.class)
                .single();
    }

    private Instant chunk(long id) {
        return work.chunk(replacement(id), () -> false);
    }

    private Replacement replacement(long id) {
        return store.find(id).orElseThrow();
    }

    private ReplacementProgress progress(long id) {
        return replacements.progress(SUPPORT, id).orElseThrow();
    }

    private static Map.Entry<ItemStatus, Integer> entry(ItemStatus status, int count) {
        return Map.entry(status, count);
    }

    private static HostStatus usable(DomainName host) {
        return new HostStatus(
                host, new HostAnswer.Addresses(List.of(InetAddress.getLoopbackAddress()), true), List.of());
    }

    private static HostStatus gone(DomainName host) {
        return new HostStatus(
                host,
                new HostAnswer.NoSuchName(),
                List.of(new Finding(
                        Finding.Severity.ERROR, Finding.Field.TARGET, "target-does-not-exist", List.of(host), null)));
    }

    private static HostStatus unchecked(DomainName host) {
        return new HostStatus(
                host,
                new HostAnswer.Unknown(HostAnswer.Cause.TIMEOUT),
                List.of(new Finding(
                        Finding.Severity.UNCHECKED,
                        Finding.Field.TARGET,
                        "target-unchecked-timeout",
                        List.of(host),
                        null)));
    }
}
