package de.postlotse.desk.finding;

import static de.postlotse.account.Callers.SUPPORT;
import static de.postlotse.account.Callers.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import de.postlotse.account.Caller;
import de.postlotse.desk.review.ManyReviews;
import de.postlotse.desk.review.Reviews;
import de.postlotse.desk.review.Waivers;
import de.postlotse.desk.sweep.HostConditionSettled;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.policy.HostCondition;
import de.postlotse.store.KeysetPage;
import de.postlotse.testing.OnBothStores;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.Edit;
import de.postlotse.zone.HandBack;
import de.postlotse.zone.ZoneHealth;
import de.postlotse.zone.ZoneNews;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.ZoneWriter;
import de.postlotse.zone.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

/** Findings follow zones, servers and time, and the list shows them, whichever the store is. */
@OnBothStores(atRest = true)
class FindingsTests {

    private static final Caller CUSTOMER = customer("96000");
    private static final Instant LONG_AGO = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-02T08:00:00Z");
    private static final int MANY = 10;
    private static final AtomicInteger LAST = new AtomicInteger();

    @Autowired
    private FindingRefresh refresh;

    @Autowired
    private ReviewList list;

    @Autowired
    private Reviews reviews;

    @Autowired
    private ManyReviews manyReviews;

    @Autowired
    private Waivers waivers;

    @Autowired
    private Zones zones;

    @Autowired
    private ZoneWriter writer;

    @Autowired
    private HandBack handBack;

    @Autowired
    private JdbcClient store;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private ApplicationEventPublisher events;

    private String customer = "";

    @BeforeEach
    void beACustomerOfItsOwn() {
        customer = Integer.toString(9_600_000 + LAST.incrementAndGet());
    }

    @Test
    void aServerThatVanishedIsFoundOnEachZoneThatNamesIt() {
        ZoneSnapshot both = zone("weg.example", "backup.example");
        ZoneSnapshot only = zone("weg.example");
        zone("backup.example", "anderer.example");
        assertThat(found()).containsExactly("SINGLE_SERVER " + host("weg.example"));

        settle("weg.example", HostCondition.DOES_NOT_EXIST, LONG_AGO);

        assertThat(lines(FindingFilter.OPEN))
                .extracting(FindingLine::zone, FindingLine::kind, FindingLine::since)
                .startsWith(
                        tuple(only.name(), FindingKind.NO_SERVER_LEFT, LONG_AGO),
                        tuple(both.name(), FindingKind.TARGET_GONE, LONG_AGO));
        assertThat(now(both).health().why()).isEqualTo(ZoneHealth.Why.SERVER_UNUSABLE);
        assertThat(now(only).health().why()).isEqualTo(ZoneHealth.Why.NO_SERVER_LEFT);

        settle("weg.example", HostCondition.USABLE, LATER);

        assertThat(found()).containsExactly("SINGLE_SERVER " + host("weg.example"));
        assertThat(now(both).health().why()).isEqualTo(ZoneHealth.Why.NOT_CHECKED_YET);
    }

    @Test
    void whatStaysKeepsItsTimeAndWhoLookedAtIt() {
        ZoneSnapshot zone = zone("weg.example", "backup.example");
        settle("weg.example", HostCondition.DOES_NOT_EXIST, LONG_AGO);
        assertThat(found()).hasSize(1);
        reviews.note(SUPPORT, zone, "Kunde angerufen");

        settle("weg.example", HostCondition.DANGLING_ALIAS, LATER);

        assertThat(found()).isEmpty();
        assertThat(lines(only(FindingFilter.Standing.REVIEWED)))
                .extracting(FindingLine::kind, FindingLine::since)
                .containsExactly(tuple(FindingKind.TARGET_GONE, LONG_AGO));
    }

    @Test
    void reviewedZoneComesBackWhenSomethingElseIsFound() {
        ZoneSnapshot zone = zone("weg.example", "backup.example");
        settle("weg.example", HostCondition.DOES_NOT_EXIST, LONG_AGO);
        assertThat(found()).hasSize(1);
        Reviews.NewReview review = new Reviews.NewReview(UUID.randomUUID(), "Kunde angerufen", null);
        reviews.note(SUPPORT, zone, review);
        reviews.note(SUPPORT, zone, review);
        assertThat(found()).isEmpty();
        assertThat(reviews.of(SUPPORT, zone)).hasSize(1);

        settle("backup.example", HostCondition.ALIAS, LONG_AGO);

        assertThat(lines(FindingFilter.OPEN)).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(FindingKind.TARGET_ALIAS);
            assertThat(line.reviewedAt()).isNotNull();
        });
    }

    @Test
    void differenceAtTheNameServerIsFoundAndEndsEitherWay() {
        ZoneSnapshot ours = zone("a.example", "b.example");
        ZoneSnapshot theirs = zone("a.example", "b.example");
        compare(ours, set(ours.name(), "anders.example"));
        compare(theirs, set(theirs.name(), "anders.example"));
        assertThat(found()).containsExactly("DRIFTED nowhere", "DRIFTED nowhere");

        writer.write(now(ours), Map.of(), Edit.once(ChangeKind.DRIFT_REPLACED, SUPPORT));
        writer.adoptTheirs(now(theirs), Edit.once(ChangeKind.DRIFT_ADOPTED, SUPPORT));

        assertThat(found())
                .contains("SINGLE_SERVER " + host("anders.example"))
                .noneMatch(finding -> finding.startsWith("DRIFTED"));
    }

    @Test
    void publishingThatFailsForLongIsFoundSinceItFails() {
        ZoneSnapshot zone = zone("a.example", "b.example");

        report(new ZoneNews.NotServed(zone.id(), "unreachable", LONG_AGO, 1, LATER, false));
        assertThat(found()).isEmpty();
        report(new ZoneNews.NotServed(zone.id(), "unreachable", LATER, 2, LATER, true));

        assertThat(lines(FindingFilter.OPEN))
                .extracting(FindingLine::kind, FindingLine::subject, FindingLine::since)
                .containsExactly(tuple(FindingKind.PUBLISHING_FAILING, "nowhere", LONG_AGO));
    }

    @Test
    void theSameFindingOnManyZonesIsOneIncidentUntilTheyAreFewer() {
        settle("gross.example", HostCondition.NOT_REACHABLE, LONG_AGO);
        List<ZoneSnapshot> zones = IntStream.range(0, MANY - 1)
                .mapToObj(i -> zone("gross.example", "backup.example"))
                .toList();
        assertThat(incident()).isNull();
        assertThat(standings()).containsOnly(FindingStanding.OPEN);

        ZoneSnapshot last = zone("gross.example", "backup.example");

        assertThat(incident())
                .isEqualTo(new Incident(FindingKind.TARGET_PRIVATE, host("gross.example"), MANY, LONG_AGO));
        assertThat(standings()).hasSize(MANY).containsOnly(FindingStanding.INCIDENT);
        assertThat(all(filter(FindingKind.TARGET_PRIVATE, null, null))).doesNotContainAnyElementsOf(ids(zones));
        assertThat(all(filter(FindingKind.TARGET_PRIVATE, host("gross.example"), null)))
                .containsAll(ids(zones))
                .contains(last.id());

        reviews.note(SUPPORT, last, "Das klären wir.");
        assertThat(incident()).extracting(Incident::zones).isEqualTo(MANY - 1);

        handBack.handBack(SUPPORT, zones.getFirst().name(), null);
        assertThat(incident()).isNull();
        assertThat(standings()).hasSize(MANY - 2).containsOnly(FindingStanding.OPEN);
    }

    @Test
    void adviceCanBeWaivedForAZone() {
        ZoneSnapshot zone = zone("allein.example");
        assertThat(found()).hasSize(1);

        waivers.waive(SUPPORT, zone, FindingKind.SINGLE_SERVER, "so gewollt");
        waivers.waive(SUPPORT, zone, FindingKind.SINGLE_SERVER, "noch einmal");

        assertThat(found()).isEmpty();
        assertThat(waivers.of(SUPPORT, zone))
                .extracting(Waivers.Waiver::waivedBy, Waivers.Waiver::reason)
                .containsExactly(tuple("support", "so gewollt"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> waivers.waive(SUPPORT, zone, FindingKind.DRIFTED, "egal"));

        waivers.takeBack(SUPPORT, zone, FindingKind.SINGLE_SERVER);

        assertThat(found()).hasSize(1);
    }

    @Test
    void zoneIsThereAgainOnTheDayOfItsSecondLook() {
        ZoneSnapshot zone = zone("a.example", "b.example");
        LocalDate tomorrow = reviews.tomorrow();
        reviews.note(SUPPORT, zone, new Reviews.NewReview(UUID.randomUUID(), "Nachfassen", tomorrow));
        reviews.note(SUPPORT, zone, "Zwischendurch");
        assertThat(found()).isEmpty();
        assertThat(list.secondLook(SUPPORT, zone)).hasValue(tomorrow);

        theDayComes(zone, tomorrow);

        assertThat(found()).containsExactly("SECOND_LOOK ");
        reviews.note(SUPPORT, zone, new Reviews.NewReview(UUID.randomUUID(), "Noch nicht", tomorrow));
        assertThat(found()).isEmpty();

        theDayComes(zone, tomorrow);
        reviews.note(SUPPORT, zone, "Erledigt");

        assertThat(found()).isEmpty();
        assertThat(list.secondLook(SUPPORT, zone)).isEmpty();
    }

    @Test
    void pagesShowEachFindingOnceWorstFirst() {
        settle("weg.example", HostCondition.DOES_NOT_EXIST, LONG_AGO);
        settle("alias.example", HostCondition.ALIAS, LONG_AGO);
        settle("leer.example", HostCondition.NO_ADDRESS, LONG_AGO);
        IntStream.range(0, 40).forEach(i -> zone("weg.example", "alias.example", "leer.example"));
        refresh();
        FindingFilter filter = FindingFilter.OPEN;

        List<FindingLine> all = lines(filter);

        assertThat(all).hasSize(120);
        assertThat(new HashSet<>(all.stream().map(FindingLine::cursor).toList()))
                .hasSize(120);
        assertThat(all).extracting(line -> line.kind().weight()).isSorted();
        assertThat(walk(filter, all.getFirst(), false)).hasSize(119);
        assertThat(walk(filter, all.getLast(), true)).hasSize(119);
    }

    @Test
    void everyFilterFindsWhatItSays() {
        settle("weg.example", HostCondition.DOES_NOT_EXIST, LONG_AGO);
        ZoneSnapshot zone = zone("weg.example", "backup.example");
        settle("neu.example", HostCondition.DOES_NOT_EXIST, Instant.now().minusSeconds(60));
        ZoneSnapshot young = zone("neu.example", "backup.example");
        refresh();

        for (FindingFilter.Standing standing : FindingFilter.Standing.values()) {
            for (FindingFilter.@Nullable Age age : withNull(List.of(FindingFilter.Age.values()))) {
                for (@Nullable String tld : withNull(List.of("example", "de"))) {
                    for (@Nullable String server : withNull(List.of("nowhere", "anderswo"))) {
                        for (@Nullable String subject : withNull(List.of(host("weg.example")))) {
                            FindingFilter filter = new FindingFilter(
                                    subject == null ? null : FindingKind.TARGET_GONE,
                                    subject,
                                    null,
                                    server,
                                    tld,
                                    age,
                                    standing);
                            boolean place = standing != FindingFilter.Standing.REVIEWED
                                    && !"de".equals(tld)
                                    && !"anderswo".equals(server);
                            boolean old = age == null
                                    || age == FindingFilter.Age.OVER_A_WEEK
                                    || age == FindingFilter.Age.OVER_A_MONTH;
                            boolean fresh = age == null || !old;
                            List<Long> found = all(filter);
                            assertThat(found.contains(zone.id()))
                                    .as(filter::toString)
                                    .isEqualTo(place && old);
                            assertThat(found.contains(young.id()))
                                    .as(filter::toString)
                                    .isEqualTo(place && fresh && subject == null);
                        }
                    }
                }
            }
        }
    }

    @Test
    void findsWhateverIsWrongAboutAMailServer() {
        ZoneSnapshot both = zone("weg.example", "backup.example");
        ZoneSnapshot only = zone("weg.example");
        zone("backup.example", "anderer.example");
        settle("weg.example", HostCondition.DOES_NOT_EXIST, LONG_AGO);

        assertThat(lines(new FindingFilter(
                        null, host("weg.example"), null, null, null, null, FindingFilter.Standing.OPEN)))
                .extracting(FindingLine::zone, FindingLine::kind)
                .containsExactly(
                        tuple(only.name(), FindingKind.NO_SERVER_LEFT),
                        tuple(both.name(), FindingKind.TARGET_GONE),
                        tuple(only.name(), FindingKind.SINGLE_SERVER));
    }

    @Test
    void aListOfZonesHasEachOnceWithItsWorstFindingAndAdviceOnlyForThoseWhoAsk() {
        settle("weg.example", HostCondition.DOES_NOT_EXIST, LONG_AGO);
        settle("alias.example", HostCondition.ALIAS, LONG_AGO);
        ZoneSnapshot both = zone("weg.example", "alias.example", "backup.example");
        ZoneSnapshot alias = zone("alias.example", "backup.example");
        ZoneSnapshot alone = zone("allein.example");
        refresh();

        assertThat(shown(FindingFilter.Show.REAL))
                .containsExactly(
                        tuple(both.id(), FindingKind.TARGET_GONE), tuple(alias.id(), FindingKind.TARGET_ALIAS));
        assertThat(shown(FindingFilter.Show.FAULTS)).containsExactly(tuple(both.id(), FindingKind.TARGET_GONE));
        assertThat(shown(FindingFilter.Show.WARNINGS))
                .containsExactlyInAnyOrder(
                        tuple(both.id(), FindingKind.TARGET_ALIAS), tuple(alias.id(), FindingKind.TARGET_ALIAS));
        assertThat(shown(FindingFilter.Show.ADVICE)).containsExactly(tuple(alone.id(), FindingKind.SINGLE_SERVER));
        assertThat(shown(FindingFilter.Show.ALL))
                .containsExactly(
                        tuple(both.id(), FindingKind.TARGET_GONE),
                        tuple(alias.id(), FindingKind.TARGET_ALIAS),
                        tuple(alone.id(), FindingKind.SINGLE_SERVER));
    }

    @Test
    void aWholeIncidentIsReviewedAtOnce() {
        settle("gross.example", HostCondition.NOT_REACHABLE, LONG_AGO);
        List<ZoneSnapshot> zones = IntStream.range(0, MANY)
                .mapToObj(i -> zone("gross.example", "backup.example"))
                .toList();
        assertThat(incident()).isNotNull();

        assertThat(manyReviews.noteAll(SUPPORT, FindingKind.TARGET_PRIVATE, host("gross.example"), "Betreiber weiß es"))
                .isEqualTo(MANY);

        assertThat(incident()).isNull();
        assertThat(found()).isEmpty();
        assertThat(lines(only(FindingFilter.Standing.REVIEWED))).hasSize(MANY);
        assertThat(reviews.of(SUPPORT, zones.getFirst()))
                .extracting(Reviews.Review::remark)
                .containsExactly("Betreiber weiß es");
        assertThat(manyReviews.noteAll(SUPPORT, FindingKind.TARGET_PRIVATE, host("gross.example"), "noch einmal"))
                .isZero();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> manyReviews.noteAll(CUSTOMER, FindingKind.TARGET_PRIVATE, "x", "nein"));
    }

    @Test
    void isForStaffOnly() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> list.page(CUSTOMER, FindingFilter.OPEN, null));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> list.incidents(CUSTOMER, FindingFilter.OPEN, 1));
    }

    /** Zone and kind of what is listed for the customer. */
    private List<Tuple> shown(FindingFilter.Show show) {
        FindingFilter filter =
                new FindingFilter(null, null, customer, null, null, null, FindingFilter.Standing.OPEN, show);
        return list.page(SUPPORT, filter, null).lines().stream()
                .map(line -> tuple(line.zoneId(), line.kind()))
                .toList();
    }

    private static <T> List<@Nullable T> withNull(List<T> values) {
        List<@Nullable T> all = new ArrayList<>(values);
        all.add(null);
        return all;
    }

    /** A host of this test alone: others may be of another opinion of theirs. */
    private String host(String name) {
        return customer + "." + name;
    }

    private ZoneSnapshot zone(String... hosts) {
        DomainName name = DomainName.of("befund-" + LAST.incrementAndGet() + "-" + customer + ".example");
        return zones.takeOver(SUPPORT, name, customer, "nowhere", List.of(set(name, hosts)), 1)
                .orElseThrow();
    }

    private MxSet set(DomainName owner, String... hosts) {
        return MxSet.of(
                owner,
                new Ttl(3_600),
                IntStream.range(0, hosts.length)
                        .mapToObj(i -> MxRecord.of(10 * i, host(hosts[i])))
                        .toList());
    }

    private void settle(String name, HostCondition condition, Instant since) {
        transaction.executeWithoutResult(status -> {
            int there = store.sql("update mail_host set host_condition = ?, since = ? where name = ?")
                    .params(condition.name(), since.atOffset(ZoneOffset.UTC), host(name))
                    .update();
            if (there == 0) {
                store.sql("insert into mail_host (name, host_condition, since) values (?, ?, ?)")
                        .params(host(name), condition.name(), since.atOffset(ZoneOffset.UTC))
                        .update();
            }
            events.publishEvent(new HostConditionSettled(DomainName.of(host(name)), condition, since));
        });
    }

    private void compare(ZoneSnapshot zone, MxSet found) {
        events.publishEvent(
                ZoneNews.Reported.of(new ZoneNews.Compared(zone.id(), zone.version(), List.of(found), 2, LATER)));
    }

    private void report(ZoneNews.NotServed news) {
        events.publishEvent(ZoneNews.Reported.of(news));
    }

    private void theDayComes(ZoneSnapshot zone, LocalDate tomorrow) {
        refresh();
        store.sql("update second_look set due_on = ? where zone_id = ?")
                .params(tomorrow.minusDays(1), zone.id())
                .update();
        refresh.lookForDue();
    }

    private ZoneSnapshot now(ZoneSnapshot zone) {
        return zones.require(SUPPORT, zone.name());
    }

    private void refresh() {
        refresh.run(() -> false);
    }

    /** Kind and subject of what is open for the customer, worst first. */
    private List<String> found() {
        return lines(FindingFilter.OPEN).stream()
                .map(line -> line.kind() + " " + line.subject())
                .toList();
    }

    private FindingFilter only(FindingFilter.Standing standing) {
        return new FindingFilter(null, null, null, null, null, null, standing);
    }

    private FindingFilter filter(FindingKind kind, @Nullable String subject, FindingFilter.@Nullable Age age) {
        return new FindingFilter(kind, subject, null, null, null, age, FindingFilter.Standing.OPEN);
    }

    /** All pages of what the customer's zones have. */
    private List<FindingLine> lines(FindingFilter filter) {
        refresh();
        return pages(ofCustomer(filter));
    }

    /** The zones of all pages, whoever's they are. */
    private List<Long> all(FindingFilter filter) {
        return pages(filter).stream().map(FindingLine::zoneId).toList();
    }

    private List<FindingLine> pages(FindingFilter filter) {
        List<FindingLine> lines = new ArrayList<>();
        FindingCursor after = null;
        do {
            KeysetPage<FindingLine, FindingCursor> page = list.page(SUPPORT, filter, after);
            lines.addAll(page.lines());
            after = page.next();
        } while (after != null);
        return lines;
    }

    private FindingFilter ofCustomer(FindingFilter filter) {
        return new FindingFilter(
                filter.kind(),
                filter.subject(),
                customer,
                filter.nameServer(),
                filter.tld(),
                filter.age(),
                filter.standing());
    }

    /** From line to line until the end. */
    private List<FindingLine> walk(FindingFilter filter, FindingLine from, boolean back) {
        List<FindingLine> way = new ArrayList<>();
        FindingLine at = from;
        while (at != null) {
            at = (back
                            ? list.previous(SUPPORT, ofCustomer(filter), at.cursor())
                            : list.next(SUPPORT, ofCustomer(filter), at.cursor()))
                    .orElse(null);
            if (at != null) {
                way.add(at);
            }
        }
        return way;
    }

    private @Nullable Incident incident() {
        refresh();
        return list.incidents(SUPPORT, FindingFilter.OPEN, 1_000).stream()
                .filter(incident -> incident.subject().equals(host("gross.example")))
                .findFirst()
                .orElse(null);
    }

    private List<FindingStanding> standings() {
        return lines(FindingFilter.OPEN).stream().map(FindingLine::standing).toList();
    }

    private static List<Long> ids(List<ZoneSnapshot> zones) {
        return zones.stream().map(ZoneSnapshot::id).toList();
    }
}
