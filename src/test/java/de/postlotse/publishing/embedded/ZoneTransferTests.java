package de.postlotse.publishing.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferIn;

class ZoneTransferTests {

    private static final int HOSTS = 2_000;

    @TempDir
    static Path folder;

    @AutoClose
    static RunningServer server;

    @BeforeAll
    static void start() {
        RunningServer.zone(
                folder,
                "kunde.de",
                IntStream.range(0, HOSTS)
                        .mapToObj(number -> "host" + number + " TXT \"" + "x".repeat(50) + "\"")
                        .toArray(String[]::new));
        server = RunningServer.in(folder);
    }

    @Test
    void givesTheWholeZoneToItsOwnMachine() throws Exception {
        ZoneTransferIn transfer = ZoneTransferIn.newAXFR(Name.fromString("kunde.de."), server.address(), null);
        transfer.run();

        List<Record> records = transfer.getAXFR();

        // SOA twice, NS, hosts
        assertThat(records).hasSize(HOSTS + 3);
        assertThat(records.getFirst()).isEqualTo(records.getLast());
    }

    @Test
    void refusesOverUdp() throws IOException {
        byte[] question = RunningServer.question("kunde.de", Type.AXFR).toWire();

        assertThat(new Message(RawClient.udp(server.address(), question)).getRcode())
                .isEqualTo(Rcode.REFUSED);
    }

    @Test
    void isNotAuthoritativeForOtherZones() throws IOException {
        byte[] question = RunningServer.question("host1.kunde.de", Type.AXFR).toWire();
        try (RawClient client = new RawClient(server.address())) {
            client.sendMessage(question);
            assertThat(new Message(client.receiveMessage()).getRcode()).isEqualTo(Rcode.NOTAUTH);
        }
    }

    @Test
    void refusesToOtherMachines() throws Exception {
        // Loopback is all that a test has, so the rule is asked where the connection's origin is known already.
        byte[] question = RunningServer.question("kunde.de", Type.AXFR).toWire();
        HostedZones zones = new ZoneStore(folder.resolve("data"), null).load(false);

        List<byte[]> answers = new Responder(zones).respond(question, Responder.Transport.TCP);

        assertThat(answers).hasSize(1);
        assertThat(new Message(answers.getFirst()).getRcode()).isEqualTo(Rcode.REFUSED);
    }
}
