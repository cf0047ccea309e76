package de.postlotse.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.sweep.HostConditionSettled;
import de.postlotse.zone.Drifts;
import de.postlotse.zone.HandBack;
import de.postlotse.zone.HostCondition;
import de.postlotse.zone.MailState;
import de.postlotse.zone.ZoneCompared;
import de.postlotse.zone.ZoneNotServed;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.ZonesReported;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

/** Findings follow zones, servers and time, and the list shows them, whichever the store is. */
abstract class FindingsContract {

    private static final Caller SUPPORT = new Caller("support", Role.SUPPORT, null, "127.0.0.1");
    private static final Caller CUSTOMER = new Caller("kunde", Role.CUSTOMER, "96000", "127.0.0.1");
    private static final Instant LONG_AGO = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-02T08:00:00Z");
    private static final int MANY = 10;
    private static final AtomicInteger LAST = new AtomicInteger();

    private final Means means;
    private String customer = "";

    FindingsContract(Means means) {
        this.means = means;
    }

    record Means(
            FindingRefresh refresh,
            ReviewList list,
            Reviews reviews,
            Waivers waivers,
            Zones zones,
            Drifts drifts,
            HandBack handBack,
            JdbcClient store,
            TransactionOperations transaction,
            ApplicationEventPublisher events) {}

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
        assertThat(now(both).mailState()).isEqualTo(MailState.BROKEN);
        assertThat(now(only).mailState()).isEqualTo(MailState.BROKEN);

        settle("weg.example", HostCondition.USABLE, LATER);

        assertThat(found()).containsExactly("SINGLE_SERVER " + host("weg.example"));
        assertThat(now(both).mailState()).isEqualTo(MailState.OTHER_SERVERS);
    }

    @Test
    void whatStaysKeepsItsTimeAndWhoLookedAtIt() {
        ZoneSnapshot zone = zone("weg.example", "backup.example");
        settle("weg.example", HostCondition.DOES_NOT_EXIST, LONG_AGO);
        assertThat(found()).hasSize(1);
        means.reviews().note(SUPPORT, zone, "Kunde angerufen");

        settle("weg.example", HostCondition.DANGLING_ALIAS, LATER);

        assertThat(found()).isEmpty();
        assertThat(lines(only(WantedStanding.REVIEWED)))
                .extracting(FindingLine::kind, FindingLine::since)
                .containsExactly(tuple(FindingKind.TARGET_GONE, LONG_AGO));
    }

    @Test
    void reviewedZoneComesBackWhenSomethingElseIsFound() {
        ZoneSnapshot zone = zone("weg.example", "backup.example");
        settle("weg.example", HostCondition.DOES_NOT_EXIST, LONG_AGO);
        assertThat(found()).hasSize(1);
        NewReview review = new NewReview(UUID.randomUUID(), "Kunde angerufen", null);
        means.reviews().note(SUPPORT, zone, review);
        means.reviews().note(SUPPORT, zone, review);
        assertThat(found()).isEmpty();
        assertThat(means.reviews().of(SUPPORT, zone)).hasSize(1);

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

        means.drifts().keepOurs(SUPPORT, ours.name(), now(ours).revision());
        means.drifts().adoptTheirs(SUPPORT, theirs.name(), now(theirs).revision());

        assertThat(found())
                .contains("SINGLE_SERVER " + host("anders.example"))
                .noneMatch(finding -> finding.startsWith("DRIFTED"));
    }

    @Test
    void publishingThatFailsForLongIsFoundSinceItFails() {
        ZoneSnapshot zone = zone("a.example", "b.example");

        report(new ZoneNotServed(zone.id(), "unreachable", LONG_AGO, 1, LATER, false));
        assertThat(found()).isEmpty();
        report(new ZoneNotServed(zone.id(), "unreachable", LATER, 2, LATER, true));

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

        means.reviews().note(SUPPORT, last, "Das klären wir.");
        assertThat(incident()).extracting(Incident::zones).isEqualTo(MANY - 1);

        means.handBack().handBack(SUPPORT, zones.getFirst().name(), null);
        assertThat(incident()).isNull();
        assertThat(standings()).hasSize(MANY - 2).containsOnly(FindingStanding.OPEN);
    }

    @Test
    void adviceCanBeWaivedForAZone() {
        ZoneSnapshot zone = zone("allein.example");
        assertThat(found()).hasSize(1);

        means.waivers().waive(SUPPORT, zone, FindingKind.SINGLE_SERVER, "so gewollt");
        means.waivers().waive(SUPPORT, zone, FindingKind.SINGLE_SERVER, "noch einmal");

        assertThat(found()).isEmpty();
        assertThat(means.waivers().of(SUPPORT, zone))
                .extracting(Waiver::waivedBy, Waiver::reason)
                .containsExactly(tuple("support", "so gewollt"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> means.waivers().waive(SUPPORT, zone, FindingKind.DRIFTED, "egal"));

        means.waivers().takeBack(SUPPORT, zone, FindingKind.SINGLE_SERVER);

        assertThat(found()).hasSize(1);
    }

    @Test
    void zoneIsThereAgainOnTheDayOfItsSecondLook() {
        ZoneSnapshot zone = zone("a.example", "b.example");
        LocalDate tomorrow = means.reviews().tomorrow();
        means.reviews().note(SUPPORT, zone, new NewReview(UUID.randomUUID(), "Nachfassen", tomorrow));
        means.reviews().note(SUPPORT, zone, "Zwischendurch");
        assertThat(found()).isEmpty();
        assertThat(means.list().secondLook(SUPPORT, zone)).hasValue(tomorrow);

        theDayComes(zone, tomorrow);

        assertThat(found()).containsExactly("SECOND_LOOK ");
        means.reviews().note(SUPPORT, zone, new NewReview(UUID.randomUUID(), "Noch nicht", tomorrow));
        assertThat(found()).isEmpty();

        theDayComes(zone, tomorrow);
        means.reviews().note(SUPPORT, zone, "Erledigt");

        assertThat(found()).isEmpty();
        assertThat(means.list().secondLook(SUPPORT, zone)).isEmpty();
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

        for (WantedStanding standing : WantedStanding.values()) {
            for (@Nullable FindingAge age : withNull(List.of(FindingAge.values()))) {
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
                            boolean place = standing != WantedStanding.REVIEWED
                                    && !"de".equals(tld)
                                    && !"anderswo".equals(server);
                            boolean old =
                                    age == null || age == FindingAge.OVER_A_WEEK || age == FindingAge.OVER_A_MONTH;
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

        assertThat(lines(new FindingFilter(null, host("weg.example"), null, null, null, null, WantedStanding.OPEN)))
                .extracting(FindingLine::zone, FindingLine::kind)
                .containsExactly(
                        tuple(only.name(), FindingKind.NO_SERVER_LEFT),
                        tuple(both.name(), FindingKind.TARGET_GONE),
                        tuple(only.name(), FindingKind.SINGLE_SERVER));
    }

    @Test
    void isForStaffOnly() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> means.list().page(CUSTOMER, FindingFilter.OPEN, null));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> means.list().incidents(CUSTOMER, FindingFilter.OPEN, 1));
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
        return means.zones()
                .takeOver(SUPPORT, name, customer, "nowhere", List.of(set(name, hosts)), 1)
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
        means.transaction().executeWithoutResult(status -> {
            int there = means.store()
                    .sql("update mail_host set host_condition = ?, since = ? where name = ?")
                    .params(condition.name(), since.atOffset(ZoneOffset.UTC), host(name))
                    .update();
            if (there == 0) {
                means.store()
                        .sql("insert into mail_host (name, host_condition, since) values (?, ?, ?)")
                        .params(host(name), condition.name(), since.atOffset(ZoneOffset.UTC))
                        .update();
            }
            means.events().publishEvent(new HostConditionSettled(DomainName.of(host(name)), condition, since));
        });
    }

    private void compare(ZoneSnapshot zone, MxSet found) {
        means.events()
                .publishEvent(ZonesReported.of(new ZoneCompared(zone.id(), zone.version(), List.of(found), 2, LATER)));
    }

    private void report(ZoneNotServed news) {
        means.events().publishEvent(ZonesReported.of(news));
    }

    private void theDayComes(ZoneSnapshot zone, LocalDate tomorrow) {
        refresh();
        means.store()
                .sql("update second_look set due_on = ? where zone_id = ?")
                .params(tomorrow.minusDays(1), zone.id())
                .update();
        means.refresh().lookForDue();
    }

    private ZoneSnapshot now(ZoneSnapshot zone) {
        return means.zones().require(SUPPORT, zone.name());
    }

    private void refresh() {
        means.refresh().run(() -> false);
    }

    /** Kind and subject of what is open for the customer, worst first. */
    private List<String> found() {
        return lines(FindingFilter.OPEN).stream()
                .map(line -> line.kind() + " " + line.subject())
                .toList();
    }

    private FindingFilter only(WantedStanding standing) {
        return new FindingFilter(null, null, null, null, null, null, standing);
    }

    private FindingFilter filter(FindingKind kind, @Nullable String subject, @Nullable FindingAge age) {
        return new FindingFilter(kind, subject, null, null, null, age, WantedStanding.OPEN);
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
            FindingPage page = means.list().page(SUPPORT, filter, after);
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
                            ? means.list().previous(SUPPORT, ofCustomer(filter), at.cursor())
                            : means.list().next(SUPPORT, ofCustomer(filter), at.cursor()))
                    .orElse(null);
            if (at != null) {
                way.add(at);
            }
        }
        return way;
    }

    private @Nullable Incident incident() {
        refresh();
        return means.list().incidents(SUPPORT, FindingFilter.OPEN, 1_000).stream()
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
