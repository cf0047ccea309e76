package de.postlotse.desk.finding;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.desk.sweep.HostKnowledge;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.policy.HostCondition;
import de.postlotse.zone.Delegation;
import de.postlotse.zone.Publication;
import de.postlotse.zone.PublicationState;
import de.postlotse.zone.Snapshots;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a zone, given what is known of it. */
class FindingRulesTests {

    private static final DomainName APEX = DomainName.of("kunde.de");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant SUNDAY = Instant.parse("2026-11-22T12:00:00Z");

    /**
     * A host is named by what is believed of it. A set is its owner, a colon and its hosts in the order of their
     * priorities; "." is the null MX.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @: usable usable2                             |
            @: unknown unknown2                           |
            @: .                                          |
            @: gone usable                                | TARGET_GONE gone
            @: usable dangling                            | TARGET_GONE dangling
            @: empty usable                               | TARGET_NO_ADDRESS empty
            @: private usable                             | TARGET_PRIVATE private
            @: alias usable                               | TARGET_ALIAS alias
            @: silent usable                              | TARGET_UNRESOLVABLE silent
            @: gone unknown                               | TARGET_GONE gone
            @: gone silent                                | TARGET_GONE gone, TARGET_UNRESOLVABLE silent
            @: gone alias                                 | TARGET_GONE gone, TARGET_ALIAS alias
            @: gone private usable                        | TARGET_GONE gone, TARGET_PRIVATE private
            @: gone private                               | NO_SERVER_LEFT gone
            @: private gone                               | NO_SERVER_LEFT private
            @: gone empty dangling                        | NO_SERVER_LEFT gone
            @: gone                                       | NO_SERVER_LEFT gone, SINGLE_SERVER gone
            @: usable                                     | SINGLE_SERVER usable
            shop: usable                                  |
            @: usable usable2; shop: gone                 | NO_SERVER_LEFT gone
            @: gone usable; shop: gone                    | TARGET_GONE gone, NO_SERVER_LEFT gone
            @: gone usable; shop: gone usable             | TARGET_GONE gone
            @: usable mail.kunde.de.kunde.de              | TARGET_IMPOSSIBLE mail.kunde.de.kunde.de
            @: usable 192.0.2.1                           | TARGET_IMPOSSIBLE 192.0.2.1
            @: usable localhost.                          | TARGET_IMPOSSIBLE localhost
            @: usable mx_1.kunde.de                       | TARGET_IMPOSSIBLE mx_1.kunde.de
            a_b: usable                                   | RECORD_IMPOSSIBLE -
            @: . usable                                   | NULL_MX_BESIDE_SERVERS -, SINGLE_SERVER usable
            @: . usable; shop: . usable                   | NULL_MX_BESIDE_SERVERS -, SINGLE_SERVER usable
            """)
    void judgesServersByWhatIsBelievedOfThem(String sets, @Nullable String findings) {
        assertThat(judge(zone(sets)))
                .extracting(finding -> finding.kind() + " "
                        + (finding.subject().isEmpty() ? "-" : finding.subject().replace(".example", "")))
                .containsExactlyElementsOf(findings == null ? List.of() : List.of(findings.split(", ")));
    }

    @Test
    void mailIsLostSinceTheLastServerWas() {
        FindingRules.Facts facts = facts(zone("@: gone private"));
        HostKnowledge earlier = known(host("private"), HostCondition.NOT_REACHABLE, SUNDAY);
        Map<DomainName, HostKnowledge> hosts =
                Map.of(host("gone"), facts.hosts().get(host("gone")), earlier.host(), earlier);

        assertThat(FindingRules.judge(new FindingRules.Facts(facts.zone(), hosts, Set.of(), null), TODAY, BERLIN))
                .extracting(FindingRules.Found::since)
                .containsExactly(MONDAY);
    }

    @ParameterizedTest
    @CsvSource({"OURS, ", "UNKNOWN, ", "ELSEWHERE, NOT_DELEGATED", "NONE, NOT_DELEGATED"})
    void judgesTheDelegation(Delegation delegation, @Nullable FindingKind kind) {
        ZoneSnapshot zone = zone("@: usable usable2");

        List<FindingRules.Found> findings = judge(with(zone, zone.publication(), delegation));

        assertThat(findings).extracting(FindingRules.Found::kind).isEqualTo(kind == null ? List.of() : List.of(kind));
        assertThat(findings).extracting(FindingRules.Found::since).allMatch(SUNDAY::equals);
    }

    @ParameterizedTest
    @CsvSource({
        "ORDERED, ",
        "SPREADING, ",
        "LIVE, ",
        "FAILING, ",
        "OVERDUE, PUBLISHING_FAILING",
        "DRIFTED, DRIFTED",
    })
    void judgesThePublication(PublicationState state, @Nullable FindingKind kind) {
        ZoneSnapshot zone = zone("@: usable usable2");
        Publication publication = new Publication(state, 1, 1L, null, "unreachable", SUNDAY, 3, null);

        List<FindingRules.Found> findings = judge(with(zone, publication, Delegation.OURS));

        assertThat(findings)
                .isEqualTo(kind == null ? List.of() : List.of(new FindingRules.Found(kind, "embedded", SUNDAY)));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, true", "2026-11-23, true", "2026-11-24, false"})
    void remindsOfASecondLookFromItsDayOn(LocalDate day, boolean due) {
        FindingRules.Facts facts = facts(zone("@: usable usable2"));

        assertThat(FindingRules.judge(
                        new FindingRules.Facts(facts.zone(), facts.hosts(), Set.of(), day), TODAY, BERLIN))
                .isEqualTo(
                        due
                                ? List.of(FindingRules.Found.ofZone(
                                        FindingKind.SECOND_LOOK,
                                        day.atStartOfDay(BERLIN).toInstant()))
                                : List.of());
    }

    @Test
    void leavesOutWhatIsWaived() {
        FindingRules.Facts facts = facts(zone("@: usable"));

        assertThat(FindingRules.judge(
                        new FindingRules.Facts(facts.zone(), facts.hosts(), Set.of(FindingKind.SINGLE_SERVER), null),
                        TODAY,
                        BERLIN))
                .isEmpty();
    }

    private static List<FindingRules.Found> judge(ZoneSnapshot zone) {
        return FindingRules.judge(facts(zone), TODAY, BERLIN);
    }

    private static FindingRules.Facts facts(ZoneSnapshot zone) {
        Map<DomainName, HostKnowledge> hosts = Stream.of(
                        known("usable", HostCondition.USABLE),
                        known("usable2", HostCondition.USABLE),
                        known("unknown2", null),
                        known("gone", HostCondition.DOES_NOT_EXIST),
                        known("dangling", HostCondition.DANGLING_ALIAS),
                        known("empty", HostCondition.NO_ADDRESS),
                        known("private", HostCondition.NOT_REACHABLE),
                        known("alias", HostCondition.ALIAS),
                        known("silent", HostCondition.UNCHECKED))
                .collect(Collectors.toMap(HostKnowledge::host, Function.identity()));
        return new FindingRules.Facts(zone, hosts, Set.of(), null);
    }

    private static HostKnowledge known(String host, @Nullable HostCondition condition) {
        return known(host(host), condition, condition == null ? null : MONDAY);
    }

    private static HostKnowledge known(DomainName host, @Nullable HostCondition condition, @Nullable Instant since) {
        return new HostKnowledge(host, condition, since, List.of(), null, null);
    }

    /** What has no dot of its own lies below a domain. */
    private static DomainName host(String name) {
        return DomainName.of(name.contains(".") ? name : name + ".example");
    }

    private static ZoneSnapshot zone(String sets) {
        return Snapshots.live(
                APEX,
                Arrays.stream(sets.split("; ")).map(FindingRulesTests::set).toArray(MxSet[]::new));
    }

    private static MxSet set(String text) {
        String[] parts = text.split(": ");
        List<String> hosts = List.of(parts[1].split(" "));
        return MxSet.of(
                parts[0].equals("@") ? APEX : APEX.child(parts[0]),
                new Ttl(3_600),
                hosts.stream()
                        .map(host ->
                                MxRecord.of(10 * hosts.indexOf(host), host(host).toString()))
                        .toList());
    }

    private static ZoneSnapshot with(ZoneSnapshot zone, Publication publication, Delegation delegation) {
        return new ZoneSnapshot(
                zone.id(),
                zone.name(),
                zone.customer(),
                zone.nameServer(),
                zone.version(),
                zone.routing(),
                zone.mailState(),
                zone.health(),
                publication,
                delegation,
                SUNDAY,
                zone.mxSets(),
                zone.lastServed(),
                zone.drift());
    }
}
