package de.postlotse.publishing.dnsupdate;

import static de.postlotse.dns.MxSets.mx;
import static de.postlotse.publishing.dnsupdate.ScriptedServer.behave;
import static de.postlotse.publishing.dnsupdate.ScriptedServer.isUpdate;
import static de.postlotse.publishing.dnsupdate.ScriptedServer.reply;
import static de.postlotse.publishing.dnsupdate.ScriptedServer.signed;
import static de.postlotse.publishing.server.Failing.assertFails;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.NameServerException.Reason;
import de.postlotse.testing.Io;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;

/** Whatever a server, or somebody in its place, answers: nothing counts but what is signed. */
@Timeout(120)
class MisbehavingServerTests {

    private static final DomainName ZONE = DomainName.of("kunde.de");
    private static final MxSet WANTED = set("kunde.de", "neu.extern.net");
    private static final List<Record> WANTED_RECORDS =
            List.of(new MXRecord(ScriptedServer.ZONE, DClass.IN, 300, 10, Name.fromConstantString("neu.extern.net.")));
    private static final MxReplacement CHANGE = MxReplacement.of(List.of(), List.of(WANTED));
    private static final Duration SHORT = Duration.ofMillis(1_500);

    private static MxSet set(String owner, String target) {
        return mx(owner, 300, "10 " + target);
    }

    private static NameServer nameServer(ScriptedServer server) {
        return TestKey.POSTLOTSE.server(server.address());
    }

    /** For a server that falls silent. */
    private static NameServer within(Duration timeout, ScriptedServer server) {
        return TestKey.POSTLOTSE.server(server.address(), timeout, Clock.systemUTC());
    }

    private static List<byte[]> forged(Message request, ScriptedServer server) {
        return isUpdate(request) ? List.of(reply(request).toWire()) : behave(request, server);
    }

    @Test
    void takesNoForgedSuccessForOne() throws IOException {
        try (ScriptedServer server = ScriptedServer.start(MisbehavingServerTests::forged)) {
            assertFails(() -> nameServer(server).replaceMx(ZONE, CHANGE), Reason.OUTCOME_UNKNOWN);
        }
    }

    @Test
    void readsBackWhereTheAnswerIsNotSigned() throws IOException {
        try (ScriptedServer server = ScriptedServer.start(MisbehavingServerTests::forged)) {
            server.serve(WANTED_RECORDS);

            assertThatCode(() -> nameServer(server).replaceMx(ZONE, CHANGE)).doesNotThrowAnyException();
        }
    }

    @Test
    void readsBackWhereTheAnswerWasLostAfterTheChange() throws IOException {
        ScriptedServer.Script losing = (request, server) -> {
            if (isUpdate(request)) {
                server.serve(WANTED_RECORDS);
                return List.of();
            }
            return behave(request, server);
        };
        try (ScriptedServer server = ScriptedServer.start(losing)) {
            nameServer(server).replaceMx(ZONE, CHANGE);

            assertThat(server.updates()).hasSize(1);
        }
    }

    @Test
    void saysThatTheOutcomeIsUnknownWhereTheConnectionBreaksAfterSending() throws IOException {
        ScriptedServer.Script breaking = (request, server) -> isUpdate(request) ? List.of() : behave(request, server);
        try (ScriptedServer server = ScriptedServer.start(breaking)) {
            assertFails(() -> nameServer(server).replaceMx(ZONE, CHANGE), Reason.OUTCOME_UNKNOWN);
            assertThat(server.updates()).hasSize(1);
        }
    }

    @Test
    void waitsNoLongerThanTheTimeoutForASilentServer() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        ScriptedServer.Script silent = (request, server) -> {
            awaitInterrupt(never);
            return List.of();
        };
        try (ScriptedServer server = ScriptedServer.start(silent)) {
            NameServer nameServer = within(SHORT, server);
            long start = System.nanoTime();

            assertFails(() -> nameServer.read(ZONE), Reason.UNREACHABLE);
            assertFails(() -> nameServer.replaceMx(ZONE, CHANGE), Reason.UNREACHABLE);
            assertFails(nameServer::probe, Reason.UNREACHABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TestKey.TIMEOUT);
        } finally {
            never.countDown();
        }
    }

    private static void awaitInterrupt(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void readsBackWhereTheServerFallsSilentAfterTheChange() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        ScriptedServer.Script silent = (request, server) -> {
            if (isUpdate(request)) {
                server.serve(WANTED_RECORDS);
                awaitInterrupt(never);
            }
            return behave(request, server);
        };
        try (ScriptedServer server = ScriptedServer.start(silent)) {
            assertThatCode(() -> within(SHORT, server).replaceMx(ZONE, CHANGE)).doesNotThrowAnyException();
        } finally {
            never.countDown();
        }
    }

    @Test
    void asksAgainOverAFreshConnectionWhereTheServerClosedAnIdleOne() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.start(ScriptedServer::behave)) {
            NameServer nameServer = nameServer(server);
            nameServer.replaceMx(ZONE, CHANGE);
            server.hangUp();

            nameServer.replaceMx(ZONE, new MxReplacement(List.of(), List.of(WANTED), asked::incrementAndGet));

            assertThat(asked).hasValue(1);
            assertThat(server.updates()).hasSize(2);
        }
    }

    @Test
    void sendsOverAFreshConnectionWhereTheServerHungUpDuringThePermit() throws IOException {
        try (ScriptedServer server = ScriptedServer.start(ScriptedServer::behave)) {
            MxReplacement.Permit slow = () -> {
                hangUp(server);
                long end = System.nanoTime() + Duration.ofMillis(200).toNanos();
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            };

            nameServer(server).replaceMx(ZONE, new MxReplacement(List.of(), List.of(WANTED), slow));

            assertThat(server.updates()).hasSize(1);
        }
    }

    private static void hangUp(ScriptedServer server) {
        Io.run(() -> server.hangUp());
    }

    @Test
    void sendsNothingWhereTheLookIsNotSigned() throws IOException {
        ScriptedServer.Script unsigned = (request, server) -> {
            Message reply = reply(request);
            reply.addRecord(ScriptedServer.soa(), Section.ANSWER);
            return List.of(reply.toWire());
        };
        try (ScriptedServer server = ScriptedServer.start(unsigned)) {
            assertFails(() -> nameServer(server).replaceMx(ZONE, CHANGE), Reason.REFUSED);
            assertThat(server.updates()).isEmpty();
        }
    }

    @Test
    void takesNoAnswerFromAServerThatIsNotAuthoritative() throws IOException {
        ScriptedServer.Script resolver = (request, server) -> {
            Message reply = reply(request);
            reply.getHeader().unsetFlag(Flags.AA);
            reply.addRecord(ScriptedServer.soa(), Section.ANSWER);
            return List.of(signed(reply, request));
        };
        try (ScriptedServer server = ScriptedServer.start(resolver)) {
            assertFails(() -> nameServer(server).replaceMx(ZONE, CHANGE), Reason.ZONE_NOT_SERVED);
        }
    }

    @Test
    void tellsAMissingRightToTransferFromAZoneThatIsNotServed() throws IOException {
        ScriptedServer.Script withoutTransfer = (request, server) -> {
            if (request.getQuestion().getType() != Type.AXFR) {
                return behave(request, server);
            }
            Message reply = reply(request);
            reply.getHeader().setRcode(Rcode.REFUSED);
            return List.of(signed(reply, request));
        };
        try (ScriptedServer server = ScriptedServer.start(withoutTransfer)) {
            assertFails(() -> nameServer(server).read(ZONE), Reason.REFUSED)
                    .withMessageContaining("allow-transfer")
                    .withMessageContaining("postlotse.name-servers.echt.tsig-name");
        }
    }

    @Test
    void endsATransferThatNeverEnds() throws IOException {
        ScriptedServer.Script endless = (request, server) -> {
            TSIG.StreamGenerator key = new TSIG.StreamGenerator(ScriptedServer.KEY, request.getTSIG());
            return IntStream.range(0, 250).mapToObj(n -> part(request, n, key)).toList();
        };
        try (ScriptedServer server = ScriptedServer.start(endless)) {
            assertFails(() -> TestKey.POSTLOTSE.server(server.address()).read(ZONE), Reason.REFUSED)
                    .withMessageContaining("too many");
        }
    }

    private static byte[] part(Message request, int number, TSIG.StreamGenerator key) {
        Message part = reply(request);
        if (number == 0) {
            part.addRecord(ScriptedServer.soa(), Section.ANSWER);
        }
        IntStream.range(0, 1_000)
                .mapToObj(n -> new MXRecord(ScriptedServer.ZONE, DClass.IN, 300, n, ScriptedServer.ZONE))
                .forEach(record -> part.addRecord(record, Section.ANSWER));
        key.generate(part);
        return part.toWire();
    }

    @Test
    void takesNoPartOfATransferThatIsNotSigned() throws IOException {
        ScriptedServer.Script halfSigned = (request, server) -> {
            Message first = reply(request);
            first.addRecord(ScriptedServer.soa(), Section.ANSWER);
            Message forged = reply(request);
            WANTED_RECORDS.forEach(record -> forged.addRecord(record, Section.ANSWER));
            forged.addRecord(ScriptedServer.soa(), Section.ANSWER);
            return List.of(signed(first, request), forged.toWire());
        };
        try (ScriptedServer server = ScriptedServer.start(halfSigned)) {
            assertFails(() -> nameServer(server).read(ZONE), Reason.REFUSED);
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void neverWritesTheSecretToTheLog(CapturedOutput output) throws IOException {
        try (ScriptedServer server = ScriptedServer.start(MisbehavingServerTests::forged)) {
            NameServer nameServer = nameServer(server);
            nameServer.probe();
            assertFails(() -> nameServer.replaceMx(ZONE, CHANGE), Reason.OUTCOME_UNKNOWN);
        }

        String secret = TestKey.POSTLOTSE.secret();
        assertThat(output.getAll()).doesNotContain(secret);
        assertThat(output.getAll())
                .doesNotContain(new String(Base64.getDecoder().decode(secret), UTF_8));
    }

    @Test
    void survivesAnswersThatAreNone() throws IOException {
        ScriptedServer.Script garbage = (request, server) -> List.of(new byte[] {1, 2, 3});
        try (ScriptedServer server = ScriptedServer.start(garbage)) {
            assertFails(() -> nameServer(server).read(ZONE), Reason.UNREACHABLE);
            assertFails(() -> nameServer(server).replaceMx(ZONE, CHANGE), Reason.UNREACHABLE);
        }
    }

    @Test
    void refusesWhatDoesNotFitIntoOneMessage() throws IOException {
        List<MxSet> many = IntStream.range(0, 2_000)
                .mapToObj(n -> set("h" + n + ".kunde.de", "mx" + n + ".extern.net"))
                .toList();
        try (ScriptedServer server = ScriptedServer.start(ScriptedServer::behave)) {
            assertFails(() -> nameServer(server).replaceMx(ZONE, MxReplacement.of(List.of(), many)), Reason.REFUSED)
                    .withMessageContaining("64 KiB");
            assertThat(server.updates()).isEmpty();
        }
    }

    @Test
    void sendsOneUpdateThatNamesEverythingItRequires() throws IOException {
        try (ScriptedServer server = ScriptedServer.start(ScriptedServer::behave)) {
            nameServer(server).replaceMx(ZONE, CHANGE);

            Message update = server.updates().getFirst();
            assertThat(update.getHeader().getOpcode()).isEqualTo(Opcode.UPDATE);
            assertThat(update.getSection(Section.PREREQ))
                    .allSatisfy(record -> assertThat(record.getTTL()).isZero())
                    .extracting(record -> DClass.string(record.getDClass()) + " " + Type.string(record.getType()))
                    .containsExactlyInAnyOrder("IN SOA", "NONE MX", "NONE CNAME");
            assertThat(update.getSection(Section.UPDATE)).isEqualTo(WANTED_RECORDS);
        }
    }
}
