package de.postlotse.publishing.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

@Timeout(120)
class MalformedPacketTests {

    private static final int PACKETS = 10_000;

    @TempDir
    static Path folder;

    @AutoClose
    static RunningServer server;

    @BeforeAll
    static void start() {
        RunningServer.zone(folder, "kunde.de", "@ MX 10 mail", "mail A 192.175.48.1", "*.w CNAME mail", "d DNAME w");
        server = RunningServer.in(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "no question,                1234 0100 0000 0000 0000 0000",
        "question is missing,        1234 0100 0001 0000 0000 0000",
        "two questions,              1234 0100 0002 0000 0000 0000 026465 00 0001 0001 026465 00 0001 0001",
        "question is cut off,        1234 0100 0001 0000 0000 0000 026465 00 00",
        "label runs over the end,    1234 0100 0001 0000 0000 0000 3f6465",
        "pointer to itself,          1234 0100 0001 0000 0000 0000 c00c 0001 0001",
        "pointer forward,            1234 0100 0001 0000 0000 0000 c0ff 0001 0001",
        "label of an unknown kind,   1234 0100 0001 0000 0000 0000 806465 00 0001 0001",
        "record is missing,          1234 0100 0001 0000 0000 0001 026465 00 0001 0001",
        "marked as cut off,          1234 0300 0001 0000 0000 0000 02",
    })
    void areAnsweredWithAFormatErrorAndTheirId(String what, String hex) throws IOException {
        byte[] octets = HexFormat.of().parseHex(hex.replace(" ", ""));

        Message response = new Message(RawClient.udp(server.address(), octets));

        assertThat(response.getRcode()).as(what).isEqualTo(Rcode.FORMERR);
        assertThat(response.getHeader().getID()).isEqualTo(0x1234);
        assertThat(response.getHeader().getFlag(Flags.QR)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "1234", "1234010000010000000000"})
    void areIgnoredWithoutAWholeHeader(String hex) throws IOException {
        assertIgnored(HexFormat.of().parseHex(hex));
    }

    @Test
    void areIgnoredWhereTheyAreResponses() throws IOException {
        Message response = RunningServer.question("kunde.de", Type.MX);
        response.getHeader().setFlag(Flags.QR);

        assertIgnored(response.toWire());
    }

    @Test
    void doNotKeepTheServerFromAnsweringOthers() throws IOException {
        Random random = new Random(4711);
        Message question = RunningServer.question("a.d.kunde.de", Type.MX);
        question.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
        byte[] good = question.toWire();
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int number = 1; number <= PACKETS; number++) {
                byte[] bad = number % 2 == 0 ? noise(random) : mutated(good, random);
                socket.send(new DatagramPacket(bad, bad.length, server.address()));
                if (number % 100 == 0) {
                    assertAnswers();
                }
            }
        }
    }

    @Test
    void areNeverTheReasonForAnExceptionOrAFailure() throws IOException {
        Random random = new Random(4712);
        Responder responder = new Responder(new ZoneStore(folder.resolve("data"), null).load(false));
        byte[] good = RunningServer.question("a.d.kunde.de", Type.MX).toWire();
        for (int number = 0; number < PACKETS; number++) {
            byte[] bad = number % 2 == 0 ? noise(random) : mutated(good, random);
            Responder.Transport transport = Responder.Transport.values()[number % Responder.Transport.values().length];
            for (byte[] answer : responder.respond(bad, transport)) {
                assertThat(answer[3] & 0xF).as(HexFormat.of().formatHex(bad)).isNotEqualTo(Rcode.SERVFAIL);
            }
        }
    }

    private static byte[] noise(Random random) {
        byte[] octets = new byte[random.nextInt(200)];
        random.nextBytes(octets);
        return octets;
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] octets = Arrays.copyOf(good, 1 + random.nextInt(good.length + 10));
        for (int change = random.nextInt(4); change >= 0; change--) {
            octets[random.nextInt(octets.length)] = (byte) random.nextInt();
        }
        return octets;
    }

    /** What is sent afterwards is answered, and that is the only answer. */
    private static void assertIgnored(byte[] octets) throws IOException {
        byte[] next = RunningServer.question("kunde.de", Type.MX).toWire();
        try (RawClient client = new RawClient(server.address())) {
            if (octets.length > 0) {
                client.sendMessage(octets);
            }
            client.sendMessage(next);
            assertThat(client.receiveMessage()).startsWith(next[0], next[1]);
        }
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(octets, octets.length, server.address()));
        }
        assertAnswers();
    }

    private static void assertAnswers() throws IOException {
        assertThat(RunningServer.answers(server.ask("kunde.de", Type.MX))).hasSize(1);
    }
}
