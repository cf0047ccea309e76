package de.postlotse.publishing.dnsupdate;

import static de.postlotse.publishing.server.Failing.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.MxSets;
import de.postlotse.dns.Ttl;
import de.postlotse.publishing.server.ChangedElsewhereException;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.NameServerException.Reason;
import de.postlotse.publishing.server.TestedNameServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever changes a zone at the same time loses nothing, and nobody comes too late unseen; with each real server. */
@Execution(ExecutionMode.CONCURRENT)
class UpdateConflictTests {

    private static final DomainName ZONE = DomainName.of("kunde.de");
    private static final MxSet OLD = mx("kunde.de", "alt.extern.net");
    private static final MxSet NEW = mx("kunde.de", "neu.extern.net");
    private static final MxSet THEIRS = mx("kunde.de", "anders.extern.net");
    private static final MxSet OTHER = mx("shop.kunde.de", "shop.extern.net");

    private static final String MASTER_FILE = """
            $ORIGIN kunde.de.
            $TTL 300
            @ IN SOA ns1.hoster.net. hostmaster.hoster.net. 1 7200 3600 1209600 60
            @ NS ns1.hoster.net.
            @ MX 10 alt.extern.net.
            sub NS ns.extern.net.
            fort DNAME extern.net.
            """;

    @TempDir
    Path folder;

    private @Nullable TestedNameServer server;

    private static MxSet mx(String owner, String target) {
        return MxSets.mx(owner, 300, "10 " + target);
    }

    private NameServer start(Software software) {
        server = software.start(folder, Map.of("kunde.de", MASTER_FILE));
        return server.nameServer();
    }

    private TestedNameServer running() {
        return Objects.requireNonNull(server);
    }

    private static MxReplacement change(List<MxSet> lastServed, MxSet wanted, MxReplacement.Permit permit) {
        return new MxReplacement(lastServed, List.of(wanted), permit);
    }

    private static void replace(NameServer server, MxSet... wanted) {
        server.replaceMx(ZONE, MxReplacement.of(server.read(ZONE).mxSets(), Arrays.asList(wanted)));
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void doesNotOverwriteWhatCameBetweenTheLookAndTheUpdate(Software software) {
        NameServer server = start(software);

        assertThatExceptionOfType(ChangedElsewhereException.class)
                .isThrownBy(() -> server.replaceMx(ZONE, change(List.of(OLD), NEW, () -> replace(server, THEIRS))))
                .satisfies(e -> assertThat(e.found().mxSets()).containsExactly(THEIRS));
        assertThat(server.read(ZONE).mxSets()).containsExactly(THEIRS);
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void keepsAnotherOwnersChangeThatCameBetween(Software software) {
        NameServer server = start(software);

        assertThatExceptionOfType(ChangedElsewhereException.class)
                .isThrownBy(() -> server.replaceMx(ZONE, change(List.of(OLD), NEW, () -> replace(server, OLD, OTHER))))
                .satisfies(e -> assertThat(e.found().mxSets()).containsExactlyInAnyOrder(OLD, OTHER));
        assertThat(server.read(ZONE).mxSets()).containsExactlyInAnyOrder(OLD, OTHER);
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void seesThatSomebodyElseChangedTheTimeToLiveAlone(Software software) {
        NameServer server = start(software);
        MxSet longer = MxSet.of(ZONE, new Ttl(86_400), OLD.records());
        replace(server, longer);

        assertThatExceptionOfType(ChangedElsewhereException.class)
                .isThrownBy(() -> server.replaceMx(ZONE, MxReplacement.of(List.of(OLD), List.of(NEW))))
                .satisfies(e -> assertThat(e.found().mxSets()).containsExactly(longer));
        assertThat(server.read(ZONE).mxSets()).containsExactly(longer);
    }

    /** The sets are back to what a paused writer saw at its start, but newer changes have gone over them. */
    @ParameterizedTest
    @EnumSource(Software.class)
    void asksAgainBeforeItSendsWhereTheSetsCameBack(Software software) {
        NameServer server = start(software);
        AtomicBoolean overtaken = new AtomicBoolean();
        MxReplacement.Permit permit = () -> {
            if (overtaken.getAndSet(true)) {
                throw new NameServerException(Reason.OVERTAKEN, "a newer version exists");
            }
            replace(server, THEIRS);
            replace(server, OLD);
        };

        assertFails(() -> server.replaceMx(ZONE, change(List.of(OLD), NEW, permit)), Reason.OVERTAKEN);
        assertThat(server.read(ZONE).mxSets()).containsExactly(OLD);
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void triesAgainWhereOnlyTheSerialMovedOn(Software software) {
        NameServer server = start(software);
        AtomicInteger asked = new AtomicInteger();
        MxReplacement.Permit permit = () -> {
            if (asked.incrementAndGet() == 1) {
                replace(server, OLD, OTHER);
                replace(server, OLD);
            }
        };

        server.replaceMx(ZONE, change(List.of(OLD), NEW, permit));

        assertThat(asked).hasValue(2);
        assertThat(server.read(ZONE).mxSets()).containsExactly(NEW);
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void givesUpWhereTheZoneNeverRests(Software software) {
        NameServer server = start(software);
        MxReplacement.Permit permit = () -> {
            replace(server, OLD, OTHER);
            replace(server, OLD);
        };

        assertFails(() -> server.replaceMx(ZONE, change(List.of(OLD), NEW, permit)), Reason.REFUSED)
                .withMessageContaining("somebody else changes it all the time");
        assertThat(server.read(ZONE).mxSets()).containsExactly(OLD);
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void putsNothingBelowADelegationOrRedirection(Software software) {
        NameServer server = start(software);

        for (String owner : List.of("sub.kunde.de", "a.sub.kunde.de", "a.fort.kunde.de")) {
            assertFails(() -> replace(server, OLD, mx(owner, "mx.extern.net")), Reason.REFUSED)
                    .withMessageContaining("no place for MX records at " + owner);
        }
        assertThat(server.read(ZONE).serial()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void reachesAServerThatClosedItsConnectionsMeanwhile(Software software) {
        NameServer server = start(software);
        TestedNameServer running = running();
        replace(server, THEIRS);
        running.stop();
        running.start();

        replace(server, NEW);

        assertThat(server.read(ZONE).mxSets()).containsExactly(NEW);
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void sendsOverAnotherConnectionWhereTheServerRestartedWhileItWaitedForThePermit(Software software) {
        NameServer server = start(software);
        TestedNameServer running = running();

        server.replaceMx(ZONE, change(List.of(OLD), NEW, () -> {
            running.stop();
            running.start();
        }));

        assertThat(server.read(ZONE).mxSets()).containsExactly(NEW);
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void saysWhatToMendWhereTheKeyIsWrong(Software software) {
        start(software);
        var address = running().nameServer().dnsAddress();
        NameServer unknown = new TestKey("unbekannt", "geheim-nur-fuer-tests-0123456789").server(address);
        NameServer wrong = new TestKey("postlotse", "falsch-nur-fuer-tests-0123456789").server(address);
        NameServer late = TestKey.POSTLOTSE.server(
                address, Duration.ofSeconds(10), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10)));

        assertRefusal(unknown, "tsig-name");
        assertRefusal(wrong, "tsig-secret");
        assertRefusal(late, "clock");
    }

    private static void assertRefusal(NameServer server, String toMend) {
        List<ThrowingCallable> requests = List.of(
                () -> server.read(ZONE), () -> server.replaceMx(ZONE, MxReplacement.of(List.of(OLD), List.of(NEW))));
        for (ThrowingCallable request : requests) {
            assertFails(request, Reason.REFUSED)
                    .withMessageContaining(toMend)
                    .withMessageNotContaining(TestKey.POSTLOTSE.secret());
        }
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void saysThatTheKeyHasNoRightToChangeMxRecords(Software software) {
        start(software);
        NameServer other = TestKey.WITHOUT_MX.server(running().nameServer().dnsAddress());

        assertFails(() -> other.replaceMx(ZONE, MxReplacement.of(List.of(OLD), List.of(NEW))), Reason.REFUSED)
                .withMessageContaining("postlotse.name-servers.echt.tsig-name");
        assertThat(other.read(ZONE).mxSets()).containsExactly(OLD);
    }

    @Test
    void saysWhatBindChecksWhereItRefusesATargetWithoutAddress() {
        NameServer server = start(Software.BIND);

        assertFails(() -> replace(server, mx("kunde.de", "nirgends.kunde.de")), Reason.REFUSED)
                .withMessageContaining("check-integrity");
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void saysThatItCannotBeReached(Software software) {
        NameServer server = start(software);
        running().stop();

        assertFails(() -> server.replaceMx(ZONE, MxReplacement.of(List.of(OLD), List.of(NEW))), Reason.UNREACHABLE)
                .withMessageContaining("postlotse.name-servers.echt.dns-address");
        assertFails(server::probe, Reason.UNREACHABLE);
    }
}
