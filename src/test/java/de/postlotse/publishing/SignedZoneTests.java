package de.postlotse.publishing;

import static de.postlotse.dns.MxSets.mx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.proof.PublicationProof;
import de.postlotse.publishing.server.ChangedElsewhereException;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.TestedNameServer;
import de.postlotse.testing.Dig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes of zones that their name server signs go live, compared and set, whichever serial the server shows. */
@Execution(ExecutionMode.CONCURRENT)
@ParameterizedClass
@MethodSource("zones")
class SignedZoneTests {

    private static final Logger log = LoggerFactory.getLogger(SignedZoneTests.class);
    private static final Duration LIVE = Duration.ofMinutes(1);
    private static final Pattern OF_SIGNING =
            Pattern.compile(" (MX|SOA|RRSIG|NSEC3?|NSEC3PARAM|DNSKEY|CDS|CDNSKEY|TYPE65534) ");

    @TempDir
    private static Path folder;

    private static SignedServers servers;

    private final String zone;
    private final boolean compares;
    private final TestedNameServer tested;
    private final NameServer server;
    private final MxSet old;
    private final MxSet theirs;
    private final MxSet wanted;
    private final MxSet shop;

    SignedZoneTests(Function<SignedServers, TestedNameServer> software, String zone, boolean compares) {
        this.zone = zone;
        this.compares = compares;
        this.tested = software.apply(servers);
        this.server = tested.nameServer();
        this.old = mx(zone, 300, "10 alt.extern.net");
        this.theirs = mx(zone, 300, "10 anders.extern.net");
        this.wanted = mx(zone, 3600, "10 neu.extern.net", "20 mx2.extern.net");
        this.shop = mx("shop." + zone, 300, "10 alt.extern.net");
    }

    /** Whether the server can compare and set tells the last argument: the API of PowerDNS cannot. */
    static Stream<ArgumentSet> zones() {
        return Stream.of(
                zone("BIND, dynamic", SignedServers::bind, "dynamisch.de", true),
                zone("BIND, inline-signing", SignedServers::bind, "inline.de", true),
                zone("Knot, dnssec-signing", SignedServers::knot, "signiert.de", true),
                zone("Knot, mod-onlinesign", SignedServers::knot, "online.de", true),
                zone("PowerDNS by update", SignedServers::powerDnsByUpdate, "schlicht.de", true),
                zone("PowerDNS by update, SOA-EDIT", SignedServers::powerDnsByUpdate, "inception.de", true),
                zone("PowerDNS by API", SignedServers::powerDnsByApi, "api.de", false),
                zone("PowerDNS by API, SOA-EDIT", SignedServers::powerDnsByApi, "api-inception.de", false));
    }

    private static ArgumentSet zone(
            String name, Function<SignedServers, TestedNameServer> software, String zone, boolean compares) {
        return argumentSet(name, software, zone, compares);
    }

    @BeforeAll
    static void prepare() {
        servers = new SignedServers(folder);
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    @BeforeEach
    void reset() {
        replace(old, shop);
    }

    private void replace(MxSet... sets) {
        server.replaceMx(name(), MxReplacement.of(served(), List.of(sets)));
    }

    private List<MxSet> served() {
        return server.read(name()).mxSets();
    }

    private DomainName name() {
        return DomainName.of(zone);
    }

    private void requireLive(List<MxSet> before, List<MxSet> after) {
        long begin = System.nanoTime();
        await().atMost(LIVE).untilAsserted(() -> PublicationProof.prove(server.dnsAddress(), name(), before, after));
        log.info(
                "{}: live after {} ms",
                zone,
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    @Test
    void goesLiveWithAValidSignature() {
        MxSet added = mx("verein." + zone, 600, "0 .");

        replace(wanted, added);

        requireLive(List.of(old, shop), List.of(wanted, added));
        Dig dig = new Dig(server.dnsAddress());
        assertThat(dig.validMx(zone, zone)).containsExactly("10 neu.extern.net", "20 mx2.extern.net");
        assertThat(dig.validMx(zone, "verein." + zone)).containsExactly("0 .");
        assertThat(dig.mx("shop." + zone)).isEmpty();
    }

    @Test
    void removesTheLastSetAndPutsItBack() {
        replace();
        requireLive(List.of(old, shop), List.of());

        replace(old);

        requireLive(List.of(), List.of(old));
    }

    @Test
    void changesTheTimeToLiveAlone() {
        MxSet longer = mx(zone, 86_400, "10 alt.extern.net");

        replace(longer, shop);

        requireLive(List.of(old, shop), List.of(longer, shop));
        assertThat(new Dig(server.dnsAddress()).validMx(zone, zone)).containsExactly("10 alt.extern.net");
    }

    @Test
    void leavesEverythingElseAsItIs() {
        List<String> before = others();

        replace(wanted);

        assertThat(others()).isEqualTo(before).hasSizeGreaterThan(2);
    }

    private List<String> others() {
        return tested.records(zone).stream()
                .filter(record -> !OF_SIGNING.matcher(record).find() && !record.startsWith("SOA"))
                .toList();
    }

    @Test
    void seesThatItHasBeenDoneAlready() {
        replace(wanted, shop);

        server.replaceMx(name(), MxReplacement.of(List.of(old, shop), List.of(wanted, shop)));

        assertThat(served()).containsExactlyInAnyOrder(wanted, shop);
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseChanged() {
        replace(theirs, shop);

        assertFindsElsewhere(MxReplacement.of(List.of(old, shop), List.of(wanted, shop)), theirs, shop);
    }

    private void assertFindsElsewhere(MxReplacement replacement, MxSet... found) {
        assertThatExceptionOfType(ChangedElsewhereException.class)
                .isThrownBy(() -> server.replaceMx(name(), replacement))
                .satisfies(e -> assertThat(e.found().mxSets()).containsExactlyInAnyOrder(found));
        assertThat(served()).containsExactlyInAnyOrder(found);
    }

    /** A server that shows another serial than it keeps gets two messages, and asks before each. */
    @Test
    void doesNotOverwriteWhatCameRightBeforeAnyOfTheMessages() {
        for (int message = 1; compares && message <= 2; message++) {
            replace(old, shop);
            AtomicInteger asked = new AtomicInteger();
            int before = message;
            MxReplacement change = new MxReplacement(List.of(old, shop), List.of(wanted, shop), () -> {
                if (asked.incrementAndGet() == before) {
                    replace(theirs, shop);
                }
            });
            try {
                server.replaceMx(name(), change);
                assertThat(asked).hasValueLessThan(before);
            } catch (ChangedElsewhereException e) {
                assertThat(e.found().mxSets()).containsExactlyInAnyOrder(theirs, shop);
                assertThat(served()).containsExactlyInAnyOrder(theirs, shop);
            }
        }
    }

    @Test
    void tellsOfAnotherOwnersChangeThatCameBetween() {
        MxSet others = mx("verein." + zone, 300, "10 anders.extern.net");
        AtomicInteger asked = new AtomicInteger();
        for (int message = 1; compares && message <= 2; message++) {
            replace(old, shop);
            asked.set(0);
            int before = message;
            MxReplacement change = new MxReplacement(List.of(old, shop), List.of(wanted, shop), () -> {
                if (asked.incrementAndGet() == before) {
                    replace(old, shop, others);
                }
            });
            try {
                server.replaceMx(name(), change);
                assertThat(asked).hasValueLessThan(before);
            } catch (ChangedElsewhereException e) {
                assertThat(e.found().mxSets()).contains(shop, others).hasSize(3);
                assertThat(served()).contains(others);
            }
        }
    }
}
