package de.postlotse.publishing;

import static de.postlotse.dns.MxSets.mx;
import static de.postlotse.publishing.server.Failing.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.publishing.dnsupdate.Bind;
import de.postlotse.publishing.dnsupdate.Knot;
import de.postlotse.publishing.dnsupdate.PowerDnsUpdate;
import de.postlotse.publishing.embedded.EmbeddedTestServer;
import de.postlotse.publishing.powerdns.PowerDnsApiServer;
import de.postlotse.publishing.server.ChangedElsewhereException;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.NameServerException.Reason;
import de.postlotse.publishing.server.ServedZone;
import de.postlotse.publishing.server.TestedNameServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of name server keeps to, tried with the real one. */
@Execution(ExecutionMode.CONCURRENT)
@ParameterizedClass
@MethodSource("kinds")
class NameServerContractTests {

    private static final DomainName KUNDE = DomainName.of("kunde.de");
    private static final MxSet APEX = mx("kunde.de", 300, "10 mail.kunde.de", "20 mx.extern.net");
    private static final MxSet SHOP = mx("shop.kunde.de", 600, "10 mail.kunde.de");
    private static final MxSet ANY = mx("*.kunde.de", 300, "10 mail.kunde.de");

    private static final String MASTER_FILE = """
            $ORIGIN kunde.de.
            $TTL 300
            @ IN SOA ns1.hoster.net. hostmaster.hoster.net. 1 7200 3600 1209600 60
            @ NS ns1.hoster.net.
            @ NS ns2.hoster.net.
            @ A 192.0.2.80
            @ AAAA 2001:db8::80
            @ TXT "v=spf1 mx -all"
            @ MX 10 mail.kunde.de.
            @ MX 20 mx.extern.net.
            * MX 10 mail.kunde.de.
            shop 600 MX 10 mail.kunde.de.
            shop A 192.0.2.81
            mail A 192.0.2.25
            mail TXT "Umlaute \\195\\164 und \\"Anf\\195\\188hrung\\""
            _sip._tcp SRV 1 2 5060 mail.kunde.de.
            www CNAME mail.kunde.de.
            sub NS ns.extern.net.
            """;

    @TempDir
    private Path folder;

    private final Start kind;

    @AutoClose
    private TestedNameServer server;

    NameServerContractTests(Start kind) {
        this.kind = kind;
    }

    static Stream<ArgumentSet> kinds() {
        return Stream.of(
                kind("BIND", Bind::start),
                kind("Knot", Knot::start),
                kind("PowerDNS by dynamic update", PowerDnsUpdate::start),
                kind("PowerDNS by its API", PowerDnsApiServer::start),
                kind("the embedded name server", EmbeddedTestServer::start));
    }

    private static ArgumentSet kind(String name, Start start) {
        return argumentSet(name, start);
    }

    /** Starts a server with zones, given by name and master file. */
    @FunctionalInterface
    interface Start {
        TestedNameServer with(Path folder, Map<String, String> zones);
    }

    private NameServer nameServer() {
        return server.nameServer();
    }

    /** Replaces whatever sets are there. */
    private void replace(MxSet... wanted) {
        ServedZone now = nameServer().read(KUNDE);
        nameServer().replaceMx(KUNDE, MxReplacement.of(now.mxSets(), List.of(wanted)));
    }

    private List<MxSet> served() {
        return nameServer().read(KUNDE).mxSets();
    }

    private long serial() {
        return nameServer().read(KUNDE).serial();
    }

    @BeforeEach
    void start() {
        server = kind.with(folder, Map.of("kunde.de", MASTER_FILE));
    }

    @Test
    void canBeReachedWithItsKey() {
        nameServer().probe();
    }

    @Test
    void readsTheSetsAndTheSerial() {
        ServedZone zone = nameServer().read(KUNDE);

        assertThat(zone.mxSets()).containsExactlyInAnyOrder(APEX, SHOP, ANY);
        assertThat(zone.serial()).isEqualTo(1);
    }

    @Test
    void replacesAllSetsInOneStep() {
        MxSet apex = mx("kunde.de", 3600, "5 mx1.hoster.net", "5 mx2.hoster.net");
        MxSet added = mx("verein.kunde.de", 60, "0 mx1.hoster.net");

        replace(apex, added, SHOP);

        assertThat(served()).containsExactlyInAnyOrder(apex, added, SHOP);
        assertThat(serial()).isGreaterThan(1);
    }

    @Test
    void removesTheLastSet() {
        replace();

        assertThat(served()).isEmpty();
    }

    @Test
    void putsSetsWhereThereWereNone() {
        replace();
        replace(APEX);

        assertThat(served()).containsExactly(APEX);
    }

    @Test
    void leavesEverythingElseAsItIs() {
        List<String> before = withoutMx(server.records("kunde.de"));

        replace(mx("kunde.de", 60, "1 mx1.hoster.net"), mx("shop.kunde.de", 60, "0 ."));

        assertThat(withoutMx(server.records("kunde.de"))).isEqualTo(before).hasSizeGreaterThan(10);
    }

    @Test
    void changesTheTimeToLiveAlone() {
        replace(mx("kunde.de", 86_400, "10 mail.kunde.de", "20 mx.extern.net"), SHOP, ANY);

        assertThat(served()).contains(mx("kunde.de", 86_400, "10 mail.kunde.de", "20 mx.extern.net"));
    }

    @Test
    void takesTheNullMxAndTheLimitsOfNumbers() {
        MxSet none = mx("kunde.de", 0, "0 .");
        MxSet most = mx("shop.kunde.de", Integer.MAX_VALUE, "65535 mx.extern.net");

        replace(none, most);

        assertThat(served()).containsExactlyInAnyOrder(none, most);
    }

    @Test
    void takesOwnersWithUnderscoresAndLongSets() {
        MxSet underscored = mx("_alt.kunde.de", 300, "10 mx.extern.net");
        MxSet many = MxSet.of(
                KUNDE,
                new Ttl(300),
                IntStream.range(0, 60)
                        .mapToObj(n -> MxRecord.of(n, "mx" + n + ".rechenzentrum.extern.net"))
                        .toList());

        replace(underscored, many);

        assertThat(served()).containsExactlyInAnyOrder(underscored, many);
    }

    /** PowerDNS's API takes host names only. */
    @Test
    void takesTargetsWithUnderscoresOrRefusesTheWholeChange() {
        MxSet underscored = mx("shop.kunde.de", 300, "10 mx_alt.extern.net");
        MxSet apex = mx("kunde.de", 60, "1 mx1.hoster.net");

        try {
            replace(apex, underscored, ANY);
            assertThat(served()).containsExactlyInAnyOrder(apex, underscored, ANY);
        } catch (NameServerException e) {
            assertThat(e.reason()).isEqualTo(Reason.REFUSED);
            assertThat(served()).containsExactlyInAnyOrder(APEX, SHOP, ANY);
        }
    }

    @Test
    void replacesManySetsAtOnce() {
        MxSet[] sets = IntStream.range(0, 150)
                .mapToObj(n -> mx("h" + n + ".kunde.de", 300, "10 mail.kunde.de", "20 mx" + n + ".extern.net"))
                .toArray(MxSet[]::new);

        replace(sets);

        assertThat(served()).containsExactlyInAnyOrder(sets);
    }

    @Test
    void sendsNothingWhereNothingDiffers() {
        replace(APEX, SHOP, ANY);

        assertThat(serial()).isEqualTo(1);
    }

    @Test
    void seesThatItHasBeenDoneAlready() {
        MxSet apex = mx("kunde.de", 60, "1 mx1.hoster.net");
        replace(apex);
        long serial = serial();

        nameServer().replaceMx(KUNDE, MxReplacement.of(List.of(APEX, SHOP, ANY), List.of(apex)));

        assertThat(served()).containsExactly(apex);
        assertThat(serial()).isEqualTo(serial);
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseChanged() {
        MxSet theirs = mx("kunde.de", 60, "1 mx.anderswo.net");
        replace(theirs, SHOP, ANY);

        assertThatExceptionOfType(ChangedElsewhereException.class)
                .isThrownBy(() -> nameServer()
                        .replaceMx(
                                KUNDE,
                                MxReplacement.of(
                                        List.of(APEX, SHOP, ANY),
                                        List.of(mx("kunde.de", 60, "1 mx1.hoster.net"), SHOP, ANY))))
                .satisfies(e -> assertThat(e.found().mxSets()).containsExactlyInAnyOrder(theirs, SHOP, ANY));
        assertThat(served()).containsExactlyInAnyOrder(theirs, SHOP, ANY);
    }

    @Test
    void asksOnceWhetherItMayRightBeforeItSends() {
        AtomicInteger asked = new AtomicInteger();
        MxSet apex = mx("kunde.de", 60, "1 mx1.hoster.net");

        nameServer().replaceMx(KUNDE, new MxReplacement(List.of(APEX, SHOP, ANY), List.of(apex), () -> {
            assertThat(served()).containsExactlyInAnyOrder(APEX, SHOP, ANY);
            asked.incrementAndGet();
        }));

        assertThat(asked).hasValue(1);
        assertThat(served()).containsExactly(apex);
    }

    @Test
    void sendsNothingWithoutPermit() {
        MxReplacement.Permit refused = () -> {
            throw new NameServerException(Reason.OVERTAKEN, "a newer version exists");
        };

        assertFails(
                () -> nameServer()
                        .replaceMx(KUNDE, new MxReplacement(List.of(APEX, SHOP, ANY), List.of(APEX), refused)),
                Reason.OVERTAKEN);
        assertThat(serial()).isEqualTo(1);
    }

    @Test
    void refusesAnOwnerThatIsAnAlias() {
        assertFails(() -> replace(APEX, SHOP, ANY, mx("www.kunde.de", 60, "1 mx.extern.net")), Reason.REFUSED);
        assertThat(server.records("kunde.de")).noneMatch(record -> record.contains("www.kunde.de. 60 MX"));
    }

    @Test
    void saysThatItDoesNotServeAZone() {
        DomainName foreign = DomainName.of("fremd.de");

        assertFails(() -> nameServer().read(foreign), Reason.ZONE_NOT_SERVED);
        assertFails(
                () -> nameServer()
                        .replaceMx(
                                foreign, MxReplacement.of(List.of(), List.of(mx("fremd.de", 60, "1 mx.extern.net")))),
                Reason.ZONE_NOT_SERVED);
    }

    @Test
    void keepsAcknowledgedChangesOverARestart() {
        MxSet apex = mx("kunde.de", 60, "1 mx1.hoster.net");
        replace(apex);

        server.stop();
        server.start();

        assertThat(served()).containsExactly(apex);
    }

    private static List<String> withoutMx(List<String> records) {
        return records.stream()
                .filter(Predicate.not(record -> record.contains(" MX ")))
                .toList();
    }
}
