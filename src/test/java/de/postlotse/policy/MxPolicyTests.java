package de.postlotse.policy;

import static de.postlotse.dns.MxSets.mx;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostAnswer.Addresses;
import de.postlotse.lookup.HostAnswer.Alias;
import de.postlotse.lookup.HostAnswer.Cause;
import de.postlotse.lookup.HostAnswer.NoSuchName;
import de.postlotse.lookup.OwnNameServers;
import de.postlotse.lookup.OwnNameServers.OwnZone;
import de.postlotse.lookup.OwnerLookup;
import de.postlotse.lookup.OwnerLookup.Answer.Delegated;
import de.postlotse.lookup.OwnerLookup.Answer.Usable;
import de.postlotse.policy.CheckedEntry.Entry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All rules together, with a DNS of a few names. */
class MxPolicyTests {

    private static final DomainName ZONE = DomainName.of("kunde.de");
    private static final DomainName DEMO = DomainName.of("hoster.example");

    private final Map<DomainName, HostAnswer> hosts = new HashMap<>();
    private final Map<DomainName, OwnerLookup.Answer> owners = new HashMap<>();
    private final List<DomainName> askedHosts = new ArrayList<>();
    private final List<DomainName> askedOwners = new ArrayList<>();
    private final OwnNameServers ownZones = name -> Optional.of(DEMO)
            .filter(name::isAtOrBelow)
            .map(apex -> new OwnZone(apex, new InetSocketAddress("127.0.0.1", 5300)));

    private final MxPolicy policy = new MxPolicy(
            host -> {
                askedHosts.add(host);
                return CompletableFuture.completedFuture(hosts.getOrDefault(host, new NoSuchName()));
            },
            (zone, owner) -> {
                askedOwners.add(owner);
                return CompletableFuture.completedFuture(owners.getOrDefault(owner, new Usable(null)));
            },
            ownZones,
            new PolicyProperties(false, 3_600),
            new SimpleMeterRegistry());

    @BeforeEach
    void hostsOfTheHoster() throws UnknownHostException {
        HostAnswer found = new Addresses(List.of(InetAddress.getByName("192.175.48.1")), true);
        for (String host : List.of("mx1.hoster.net", "mx2.hoster.net", "mx3.hoster.net", "mx1.hoster.example")) {
            hosts.put(DomainName.of(host), found);
        }
    }

    @Test
    void takesAGoodEntry() {
        CheckedEntry checked = check(new TypedMx("shop", "MX1.hoster.net.", "10", "7200"));

        assertThat(checked.entry()).isEqualTo(entry("shop.kunde.de", 10, "mx1.hoster.net", 7_200));
        assertThat(checked.findings()).isEmpty();
        assertThat(checked.verdict()).isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void collectsEveryFinding() {
        owners.put(DomainName.of("filiale.kunde.de"), new Delegated(DomainName.of("filiale.kunde.de")));

        CheckedEntry checked = check(new TypedMx("filiale", "nowhere.hoster.net", "6e1", "59"));

        assertThat(codes(checked))
                .containsExactlyInAnyOrder(
                        "owner-is-delegated", "target-does-not-exist", "priority-not-a-number", "ttl-too-short");
        assertThat(checked.entry()).isNull();
        assertThat(checked.verdict()).isEqualTo(Verdict.REJECT);
    }

    @Test
    void collectsWhatEachFieldSaysWhereNoneCanBeRead() {
        CheckedEntry checked = check(new TypedMx("a..b", "192.0.2.1", "x", "x"));

        assertThat(codes(checked))
                .containsExactly("owner-empty-label", "target-is-address", "priority-not-a-number", "ttl-not-a-number");
        assertThat(askedHosts).isEmpty();
        assertThat(askedOwners).isEmpty();
    }

    @Test
    void asksAboutTheSetWhereThePriorityCannotBeRead() {
        CheckedEntry checked =
                check(new TypedMx("", "mx1.hoster.net", "x", ""), mx("kunde.de", 3_600, "10 mx1.hoster.net"));

        assertThat(codes(checked)).containsExactly("priority-not-a-number", "set-same-host-twice");
    }

    @Test
    void refusalWeighsMoreThanWhatCouldNotBeChecked() {
        hosts.put(DomainName.of("slow.hoster.net"), new HostAnswer.Unknown(Cause.TIMEOUT));

        assertThat(check(new TypedMx("", "slow.hoster.net", "", "604801")).verdict())
                .isEqualTo(Verdict.RETRY);
        assertThat(check(new TypedMx("", "slow.hoster.net", "", "59")).verdict())
                .isEqualTo(Verdict.REJECT);
        assertThat(check(new TypedMx("", "mx1.hoster.net", "", "604801")).verdict())
                .isEqualTo(Verdict.WARN);
    }

    @Test
    void repairedAliasIsTaken() {
        hosts.put(DomainName.of("mail.hoster.net"), new Alias(DomainName.of("mx1.hoster.net")));

        Finding refusal =
                check(new TypedMx("", "mail.hoster.net", "", "")).findings().getFirst();

        assertThat(refusal.suggestion()).isEqualTo("mx1.hoster.net");
        assertThat(check(TypedMx.of("", refusal.suggestion(), "", "")).verdict())
                .isEqualTo(Verdict.ACCEPT);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            mx1.hoster.example,     ACCEPT
            mx1.example,            REJECT
            mx1.example.com,        REJECT
            drucker.local,          REJECT
            """)
    void specialUseNamesAreTakenOnlyInZonesThatWePublish(String target, Verdict verdict) {
        assertThat(check(new TypedMx("", target, "", "")).verdict()).isEqualTo(verdict);
    }

    @Test
    void specialUseNamesAreRefusedWithoutAsking() {
        assertThat(codes(check(new TypedMx("", "mx1.example.com", "", "")))).containsExactly("target-special-use");
        assertThat(askedHosts).isEmpty();
    }

    @Test
    void aVerificationIsTakenBesideServersWithAWarningAndWithoutAsking() {
        CheckedEntry checked = check(
                new TypedMx("", "ms12345678.msv1.invalid", "32767", "3600"),
                mx("kunde.de", 3_600, "10 mx1.hoster.net"));

        assertThat(codes(checked)).containsExactly("target-verifies-only");
        assertThat(checked.verdict()).isEqualTo(Verdict.WARN);
        assertThat(checked.entry()).isEqualTo(entry("kunde.de", 32_767, "ms12345678.msv1.invalid", 3_600));
        assertThat(askedHosts).isEmpty();
    }

    @Test
    void apexIsNotAsked() {
        check(new TypedMx("@", "mx1.hoster.net", "", ""));

        assertThat(askedOwners).isEmpty();
    }

    @Test
    void ownerWithASetIsNotAsked() {
        MxSet shop = mx("shop.kunde.de", 3_600, "10 mx1.hoster.net");

        check(new TypedMx("shop", "mx2.hoster.net", "", ""), shop);
        assertThat(askedOwners).isEmpty();

        check(new TypedMx("neu", "mx2.hoster.net", "", ""), shop);
        assertThat(askedOwners).containsExactly(DomainName.of("neu.kunde.de"));
    }

    @Test
    void nullMxAsksAboutNoHost() {
        CheckedEntry checked = check(new TypedMx("", ".", "", ""));

        assertThat(checked.entry()).isEqualTo(entry("kunde.de", 0, ".", 3_600));
        assertThat(codes(checked)).containsExactly("null-mx-means-no-mail");
        assertThat(checked.verdict()).isEqualTo(Verdict.WARN);
        assertThat(askedHosts).isEmpty();
    }

    @Test
    void blankPriorityAndTtlTakeTheProposals() {
        TypedMx typed = new TypedMx("", "mx3.hoster.net", " ", "");

        assertThat(check(typed).entry()).isEqualTo(entry("kunde.de", 10, "mx3.hoster.net", 3_600));
        assertThat(check(typed, mx("kunde.de", 300, "10 mx1.hoster.net", "20 mx2.hoster.net"))
                        .entry())
                .isEqualTo(entry("kunde.de", 30, "mx3.hoster.net", 300));
    }

    @Test
    void otherTtlChangesTheSetWithAWarning() {
        CheckedEntry checked =
                check(new TypedMx("", "mx2.hoster.net", "", "600"), mx("kunde.de", 3_600, "10 mx1.hoster.net"));

        assertThat(codes(checked)).containsExactly("ttl-changes-set");
        assertThat(checked.verdict()).isEqualTo(Verdict.WARN);
    }

    @Test
    void brokenOldRecordDoesNotBlockAGoodOne() {
        CheckedEntry checked =
                check(new TypedMx("", "mx1.hoster.net", "", ""), mx("kunde.de", 3_600, "10 gone.hoster.net"));

        assertThat(checked.verdict()).isEqualTo(Verdict.ACCEPT);
        assertThat(askedHosts).containsExactly(DomainName.of("mx1.hoster.net"));
    }

    @Test
    void oldTtlBelowTheLimitDoesNotBlockAGoodRecord() {
        MxSet tooShort = mx("kunde.de", 30, "10 mx1.hoster.net");

        assertThat(check(new TypedMx("", "mx2.hoster.net", "", ""), tooShort).verdict())
                .isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void targetEqualToItsOwnerIsTakenWhereItHasAnAddress() {
        hosts.put(ZONE, new Addresses(List.of(InetAddress.getLoopbackAddress()), true));
        assertThat(codes(check(new TypedMx("", "kunde.de", "", "")))).containsExactly("target-not-reachable");

        hosts.put(ZONE, hosts.getOrDefault(DomainName.of("mx1.hoster.net"), new NoSuchName()));
        assertThat(check(new TypedMx("", "kunde.de", "", "")).verdict()).isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void wholeSetIsJudgedRecordByRecord() {
        CheckedSet checked = CheckedSet.start(
                        policy,
                        ZONE,
                        owner -> false,
                        "",
                        "600",
                        List.of(
                                new TypedMx("", "mx1.hoster.net", "", ""),
                                new TypedMx("", "mx2.hoster.net", "", ""),
                                new TypedMx("", "MX1.hoster.net.", "", "")))
                .join();

        assertThat(Checks.of(checked.entries()).findings())
                .extracting(Finding::code)
                .containsExactly("set-same-host-twice");
        assertThat(checked.set())
                .contains(mx("kunde.de", 600, "10 mx1.hoster.net", "20 mx2.hoster.net", "30 mx1.hoster.net"));
    }

    private CheckedEntry check(TypedMx typed, MxSet... stored) {
        return policy.check(
                        ZONE,
                        owner -> List.of(stored).stream()
                                .filter(set -> set.owner().equals(owner))
                                .findFirst(),
                        typed)
                .join();
    }

    private static List<String> codes(CheckedEntry checked) {
        return checked.findings().stream().map(Finding::code).toList();
    }

    private static Entry entry(String owner, int priority, String target, int ttl) {
        return new Entry(DomainName.of(owner), MxRecord.of(priority, target), new Ttl(ttl));
    }
}
