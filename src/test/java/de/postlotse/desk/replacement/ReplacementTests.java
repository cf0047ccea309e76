package de.postlotse.desk.replacement;

import static de.postlotse.account.Callers.ADMIN;
import static de.postlotse.account.Callers.SUPPORT;
import static de.postlotse.account.Callers.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import de.postlotse.account.Caller;
import de.postlotse.desk.approval.ApprovalDecision;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.policy.Finding;
import de.postlotse.policy.HostCondition;
import de.postlotse.policy.HostStatus;
import de.postlotse.testing.OnBothStores;
import de.postlotse.work.ChunkRunner;
import de.postlotse.work.JobState;
import de.postlotse.work.JobStore;
import de.postlotse.work.Jobs;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.HandBack;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.OwnMailServers;
import de.postlotse.zone.Zones;
import de.postlotse.zone.change.Change;
import de.postlotse.zone.change.EditRequest;
import de.postlotse.zone.change.FourEyesProperties;
import de.postlotse.zone.change.ZoneEditor;
import de.postlotse.zone.history.History;
import de.postlotse.zone.history.HistoryFilter;
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
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

/** How a host is replaced everywhere, and taken back, whichever database it is. */
@OnBothStores
class ReplacementTests {

    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Caller CUSTOMER = customer("97001");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final DomainName USABLE = DomainName.of("mx1.hoster.example");

    private final ReplacementStore store;
    private final Replacements replacements;
    private final HostNames hosts;
    private final Zones zones;
    private final History history;
    private final HandBack handBack;
    private final ZoneEditor editor;
    private final JdbcClient database;
    private final JobStore<ReplacementItemStatus> jobs;
    private final ReplacementItems items;
    private final ReplacementUndo undo;
    private final ReplacementApprovals approvals;
    private final ReplacementWork kind;
    private final ChunkRunner<?, ReplacementItemStatus> work;
    private final Replacements underFourEyes;
    private final AffectedZones affected;
    private final int number = LAST.incrementAndGet();
    private final DomainName oldHost = DomainName.of("alt-" + number + ".hoster.net");
    private final DomainName newHost = DomainName.of("neu-" + number + ".hoster.net");
    private final AtomicInteger asked = new AtomicInteger();
    private volatile HostStatus ofNew = usable(newHost);

    ReplacementTests(
            ApplicationContext application, JobStore<ReplacementItemStatus> jobs, Jobs<ReplacementItemStatus> ordered) {
        this.jobs = jobs;
        this.store = application.getBean(ReplacementStore.class);
        this.replacements = application.getBean(Replacements.class);
        this.hosts = application.getBean(HostNames.class);
        this.zones = application.getBean(Zones.class);
        this.history = application.getBean(History.class);
        this.handBack = application.getBean(HandBack.class);
        this.editor = application.getBean(ZoneEditor.class);
        this.database = application.getBean(JdbcClient.class);
        this.items = application.getBean(ReplacementItems.class);
        this.undo = application.getBean(ReplacementUndo.class);
        this.approvals = application.getBean(ReplacementApprovals.class);
        this.kind = new ReplacementWork(
                store,
                items,
                editor,
                host -> {
                    asked.incrementAndGet();
                    return ofNew;
                },
                zones);
        this.work = new ChunkRunner<>(kind, jobs, Clock.fixed(NOW, ZoneOffset.UTC));
        FourEyesProperties twoZones =
                new FourEyesProperties(Set.of(FourEyesProperties.Kind.MAIL_LEAVES_OUR_SERVERS), 1);
        this.affected = application.getBean(AffectedZones.class);
        this.underFourEyes = new Replacements(
                store,
                items,
                affected,
                new DryRuns(
                        affected,
                        hosts,
                        new OwnMailServers(List.of(
                                new OwnMailServers.Server(oldHost.toString(), 10),
                                new OwnMailServers.Server("mx.hoster.net", 20))),
                        twoZones),
                hosts,
                ordered,
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
    void whatWasReplacedLongAgoIsForgottenAfterItsUndo() {
        Instant longAgo = Instant.parse("2019-03-01T12:00:00Z");
        long first = ended(ReplacementKind.REPLACE, null, longAgo);
        long undone = ended(ReplacementKind.UNDO, first, longAgo.plusSeconds(60));

        assertThat(ReplacementJob.purge(jobs, longAgo.plusSeconds(1), 1_000)).isZero();
        assertThat(ReplacementJob.purge(jobs, longAgo.plusSeconds(61), 1_000)).isEqualTo(1);
        assertThat(store.find(undone)).isEmpty();
        assertThat(ReplacementJob.purge(jobs, longAgo.plusSeconds(61), 1_000)).isEqualTo(1);
        assertThat(store.find(first)).isEmpty();
    }

    private long ended(ReplacementKind what, @Nullable Long undoOf, Instant at) {
        long id = store.add(new NewReplacement(UUID.randomUUID(), what, undoOf, oldHost, newHost, null, SUPPORT), at);
        jobs.setState(id, JobState.DONE);
        return id;
    }

    @Test
    void replacesTheHostInEachZoneAndLeavesALineInItsHistory() {
        long id = add(5);

        chunk(id);

        assertThat(progress(id).job().counts()).containsExactly(entry(ReplacementItemStatus.DONE, 5));
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

        work.run(replacement(id).job(), () -> left.decrementAndGet() < 0);
        assertThat(progress(id).job().count(ReplacementItemStatus.DONE)).isEqualTo(10);
        chunk(id);

        assertThat(progress(id).job().counts()).containsExactly(entry(ReplacementItemStatus.DONE, 30));
        assertThat(linesOfReplacement()).isEqualTo(30);
    }

    @Test
    void changesEachZoneOnceWhereTwoNodesAreAtWork() {
        long id = add(60);

        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> chunk(id));
        chunk(id);
        other.join();

        assertThat(progress(id).job().counts()).containsExactly(entry(ReplacementItemStatus.DONE, 60));
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

        assertThat(progress(id).job().counts()).containsExactly(entry(ReplacementItemStatus.DONE, 3));
        assertThat(linesOfReplacement()).isEqualTo(3);
    }

    @Test
    void leavesAndListsWhatIsNotAsItWasSeen() {
        long id = add(5, DomainName.of("mx.z4-" + number + ".ersetzen.net.z4-" + number + ".ersetzen.net"));
        changeTtl(1);
        drift(2);
        handBack.handBack(SUPPORT, zone(3), null);

        chunk(id);

        assertThat(progress(id).job().count(ReplacementItemStatus.DONE)).isEqualTo(1);
        assertThat(replacements.left(SUPPORT, id, 0))
                .extracting(Replacements.LeftZone::zone, Replacements.LeftZone::status)
                .containsExactly(
                        tuple(zone(1), ReplacementItemStatus.CHANGED_MEANWHILE),
                        tuple(zone(2), ReplacementItemStatus.DRIFTED),
                        tuple(zone(3), ReplacementItemStatus.GONE),
                        tuple(zone(4), ReplacementItemStatus.REFUSED));
        assertThat(replacements.left(SUPPORT, id, 3))
                .extracting(Replacements.LeftZone::zone)
                .containsExactly(zone(4));
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
        assertThat(replacement(id).job().state()).isEqualTo(JobState.RUNNING);
        assertThat(replacement(id).job().waitsFor()).isEqualTo(HostCondition.UNCHECKED.name());
        assertThat(progress(id).job().counts()).containsExactly(entry(ReplacementItemStatus.WAITING, 3));

        ofNew = usable(newHost);
        chunk(id);

        assertThat(progress(id).job().count(ReplacementItemStatus.DONE)).isEqualTo(3);
        assertThat(replacement(id).job().waitsFor()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "4, 8", "5, 15", "100, 15"})
    void pauseGrowsToAQuarterOfAMinute(int failures, long seconds) {
        assertThat(kind.backOff().after(failures)).hasSeconds(seconds);
    }

    @Test
    void stopsWhereTheNewHostHasVanishedAndLosesNothing() {
        long id = add(10);
        AtomicInteger left = new AtomicInteger(4);
        work.run(replacement(id).job(), () -> left.decrementAndGet() < 0);

        ofNew = gone(newHost);
        chunk(id);

        assertThat(replacement(id).job().state()).isEqualTo(JobState.STOPPED);
        assertThat(replacement(id).job().waitsFor()).isEqualTo(HostCondition.DOES_NOT_EXIST.name());
        assertThat(progress(id).job().counts())
                .containsExactly(entry(ReplacementItemStatus.WAITING, 6), entry(ReplacementItemStatus.DONE, 4));

        ofNew = usable(newHost);
        jobs.setState(id, JobState.RUNNING);
        chunk(id);

        assertThat(progress(id).job().counts()).containsExactly(entry(ReplacementItemStatus.DONE, 10));
    }

    /** The old host may be gone by now; who takes the change back was told so. */
    @Test
    void takesEverythingBackButWhatWasChangedSince() {
        long id = add(4);
        chunk(id);
        jobs.setState(id, JobState.DONE);
        changeTtl(2);

        assertThat(undo.preview(SUPPORT, id)).hasValueSatisfying(preview -> {
            assertThat(preview.zones()).isEqualTo(3);
            assertThat(preview.changedSince()).isEqualTo(1);
            assertThat(preview.ofOld().verdict().passes()).isFalse();
        });
        long undone = undo.undo(ADMIN, id, "").orElseThrow();

        awaitDone(undone);
        assertThat(progress(undone).job().counts())
                .containsExactly(
                        entry(ReplacementItemStatus.DONE, 3), entry(ReplacementItemStatus.CHANGED_MEANWHILE, 1));
        assertThat(servers(1)).containsExactly(MxRecord.of(10, oldHost.toString()), MxRecord.of(20, "mx.hoster.net"));
        assertThat(lines(1)).extracting(HistoryEntry::kind).startsWith(ChangeKind.RESTORED, ChangeKind.HOST_REPLACED);
        assertThat(lines(1).getFirst().actor()).isEqualTo("admin");
        assertThat(servers(2)).contains(MxRecord.of(10, newHost.toString()));
        assertThat(undo.undo(SUPPORT, id, "")).as("only once").hasValue(undone);
        assertThat(undo.undo(SUPPORT, undone, "")).as("an undo is not undone").isEmpty();
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
        assertThat(progress(id).job().counts()).containsExactly(entry(ReplacementItemStatus.DONE, 3));
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
        assertThat(away.remarks())
                .filteredOn(zones -> zones.remark() == Remark.REFUSED)
                .singleElement()
                .satisfies(zones -> assertThat(zones.first()).containsExactly(zone(4)));
    }

    /** As the change of one zone says it, see ConsequenceTests; "our…" are the hoster's. */
    @ParameterizedTest(name = "{0} in [{0} {1}] by {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            ok1  | ''       | ok2  | ALL_SERVERS_CHANGE
            ok1  | ok3      | ok2  | ''
            ok1  | ''       | our1 | ALL_SERVERS_CHANGE COMES_TO_OUR_SERVERS
            ok1  | our2     | our1 | COMES_TO_OUR_SERVERS
            ok1  | our2 ok3 | our1 | ''
            ok1  | our1     | ok2  | ''
            our1 | ''       | our2 | OUR_SERVERS_CHANGE
            our1 | our2     | our3 | ''
            our1 | ok1      | our2 | ''
            our1 | ''       | ok1  | LEAVES_OUR_SERVERS ALL_SERVERS_CHANGE
            our1 | our2     | ok1  | NOT_ONLY_OUR_SERVERS
            our1 | ok2      | ok1  | ''
            our1 | ok2      | ok2  | HAS_NEW_HOST
            our1 | our2     | our2 | HAS_NEW_HOST
            ok1  | .        | ok2  | ALL_SERVERS_CHANGE
            """)
    void saysOfManyZonesWhatAChangeOfOneSays(String old, String others, String replacement, String remarks) {
        takeOver(1);
        Stream<String> servers = Stream.of((old + " " + others).strip().split(" "));
        set(1, servers.map(server -> MxRecord.of(10, host(server))).toArray(MxRecord[]::new));
        List<DomainName> own = Stream.of("our1", "our2", "our3")
                .map(server -> DomainName.of(host(server)))
                .toList();
        HostComparison comparison =
                new HostComparison(DomainName.of(host(old)), DomainName.of(host(replacement)), own, List.of());

        assertThat(Remark.values())
                .filteredOn(remark -> affected.remarked(remark, comparison, 1).count() == 1)
                .extracting(Remark::name)
                .containsExactlyInAnyOrder(remarks.isEmpty() ? new String[0] : remarks.split(" "));
        assertThat(affected.leaving(comparison)).isEqualTo(remarks.matches(".*(LEAVES|NOT_ONLY).*") ? 1 : 0);
    }

    private String host(String label) {
        return label.equals(".") ? label : label + "-" + number + ".hoster.net";
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
        assertThat(progress(id).job().tried()).isZero();
        assertThat(replacement(id).job().state()).isEqualTo(JobState.STOPPED);

        replacements.goOn(SUPPORT, id);

        awaitDone(id);
        assertThat(progress(id).job().counts()).containsExactly(entry(ReplacementItemStatus.DONE, 3));
    }

    @Test
    void triesThoseAgainThatHadDrifted() {
        long id = add(2, USABLE);
        drift(1);
        chunk(id);
        jobs.setState(id, JobState.DONE);
        assertThat(progress(id).canBeTriedAgain()).isTrue();
        database.sql("update zone set publication_state = 'LIVE', found_sets = '' where name = ?")
                .param(zone(1).toString())
                .update();

        replacements.tryAgain(SUPPORT, id);

        awaitDone(id);
        assertThat(progress(id).job().counts()).containsExactly(entry(ReplacementItemStatus.DONE, 2));
    }

    @Test
    void waitsForASecondPairOfEyesWhereMailOfManyZonesLeavesOurServers() {
        long id = startUnderFourEyes();

        assertThat(replacement(id).job().state()).isEqualTo(JobState.AWAITING_APPROVAL);
        assertThat(approvals.waiting(ADMIN))
                .filteredOn(waiting -> waiting.oldHost().equals(oldHost))
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.id()).isEqualTo(id);
                    assertThat(waiting.author().username()).isEqualTo("support");
                    assertThat(waiting.leaving()).isEqualTo(3);
                    assertThat(waiting.reason()).isEqualTo("Umzug");
                });
        underFourEyes.goOn(ADMIN, id);
        assertThat(replacement(id).job().state()).isEqualTo(JobState.AWAITING_APPROVAL);
        assertThat(approvals.approve(SUPPORT, id)).isInstanceOf(ApprovalDecision.Own.class);
        assertThat(approvals.reject(SUPPORT, id, "doch nicht")).isInstanceOf(ApprovalDecision.Own.class);
        assertThat(linesOfReplacement()).isZero();

        assertThat(approvals.approve(ADMIN, id)).isInstanceOf(ApprovalDecision.Done.class);

        awaitDone(id);
        assertThat(progress(id).job().counts()).containsExactly(entry(ReplacementItemStatus.DONE, 3));
        assertThat(replacement(id).decidedBy()).isEqualTo("admin");
        assertThat(lines(1).getFirst().actor()).isEqualTo("support");
        assertThat(approvals.approve(ADMIN, id)).isInstanceOf(ApprovalDecision.AlreadyDecided.class);
    }

    @Test
    void itsAuthorSeesWhyItWasRejected() {
        long id = startUnderFourEyes();

        assertThat(approvals.reject(ADMIN, id, " ")).isInstanceOf(ApprovalDecision.NoReason.class);
        assertThat(approvals.reject(ADMIN, id, "Die Kunden wissen nichts davon"))
                .isInstanceOf(ApprovalDecision.Done.class);

        assertThat(replacement(id).job().state()).isEqualTo(JobState.REJECTED);
        assertThat(replacement(id).rejection()).isEqualTo("Die Kunden wissen nichts davon");
        assertThat(replacement(id).decidedBy()).isEqualTo("admin");
        assertThat(approvals.approve(ADMIN, id)).isInstanceOf(ApprovalDecision.AlreadyDecided.class);
        assertThat(linesOfReplacement()).isZero();
    }

    @Test
    void isCheckedAgainBeforeItIsApproved() {
        long id = startUnderFourEyes();
        database.sql("update replacement set new_host = 'gibt-es-nicht.hoster.net' where id = ?")
                .param(id)
                .update();

        assertThat(approvals.approve(ADMIN, id)).isInstanceOf(ApprovalDecision.Refused.class);
        assertThat(replacement(id).job().state()).isEqualTo(JobState.AWAITING_APPROVAL);
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
                        () -> undo.preview(CUSTOMER, id),
                        () -> undo.undo(CUSTOMER, id, ""),
                        () -> approvals.waiting(CUSTOMER),
                        () -> approvals.approve(CUSTOMER, id),
                        () -> approvals.reject(CUSTOMER, id, "nein"))
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
        store.setExtent(id, items.add(id, oldHost), 0);
        jobs.setState(id, JobState.RUNNING);
        ofNew = usable(replacement);
        return id;
    }

    private long startUnderFourEyes() {
        takeOver(3);
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
        editor.carryOut(
                new EditRequest(CUSTOMER, zone(place), null), new Change.ChangeTtl(List.of(zone(place)), new Ttl(600)));
    }

    private void drift(int place) {
        database.sql("""
            update zone set publication_state = 'DRIFTED', found_sets = '', problem = 'changed-elsewhere',
                problem_since = timestamp with time zone '2026-01-01 00:00:00+00' where name = ?\
            """).param(zone(place).toString()).update();
    }

    private DryRun dryRun() {
        return ((StartOutcome.Shown) replacements.dryRun(SUPPORT, oldHost.toString(), USABLE.toString())).dryRun();
    }

    private StartOutcome start(UUID request, String seen) {
        return replacements.start(SUPPORT, request, oldHost.toString(), USABLE.toString(), "", seen);
    }

    private void awaitDone(long id) {
        await().atMost(LONG)
                .until(() -> replacement(id).job().state() == JobState.DONE
                        && !progress(id).job().atWork());
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
            where z.name like ? and c.kind = 'HOST_REPLACED'\
            """)
                .param("z%-" + number + ".ersetzen.net")
                .query(Long.class)
                .single();
    }

    private Instant chunk(long id) {
        return work.run(replacement(id).job(), () -> false);
    }

    private Replacement replacement(long id) {
        return store.find(id).orElseThrow();
    }

    private ReplacementProgress progress(long id) {
        return replacements.progress(SUPPORT, id).orElseThrow();
    }

    private static Map.Entry<ReplacementItemStatus, Integer> entry(ReplacementItemStatus status, int count) {
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
