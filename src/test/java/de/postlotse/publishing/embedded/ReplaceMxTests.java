package de.postlotse.publishing.embedded;

import static de.postlotse.dns.MxSets.mx;
import static de.postlotse.publishing.server.Failing.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.NameServerException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class ReplaceMxTests {

    private static final DomainName KUNDE = DomainName.of("kunde.de");
    private static final MxSet APEX = mx("kunde.de", 300, "10 mail.kunde.de", "20 mx.extern.net");
    private static final MxSet SHOP = mx("shop.kunde.de", 600, "10 mail.kunde.de");

    @TempDir
    Path folder;

    RunningServer server;
    NameServer nameServer;

    @BeforeEach
    void start() {
        RunningServer.zone(
                folder,
                "kunde.de",
                "@ MX 10 Mail.Kunde.de.",
                "@ MX 20 mx.extern.net.",
                "@ TXT \"v=spf1 mx -all\"",
                "shop 600 MX 10 mail",
                "mail A 192.175.48.1",
                "www CNAME mail",
                "alt DNAME neu",
                "below.alt MX 10 mail",
                "sub NS ns.extern.net.",
                "sub MX 10 mail",
                "mx.sub MX 10 mail");
        server = RunningServer.in(folder);
        nameServer = server.nameServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsTheSetsThatTheZoneItselfAnswersWith() {
        assertThat(nameServer.read(KUNDE).mxSets()).containsExactlyInAnyOrder(APEX, SHOP);
    }

    @Test
    void readsTheSerial() {
        assertThat(nameServer.read(KUNDE).serial()).isEqualTo(1);
    }

    @Test
    void answersWithTheNewSetsOnly() throws IOException {
        RunningServer.replace(
                nameServer, KUNDE, List.of(mx("kunde.de", 3600, "5 mx1.hoster.net"), mx("neu.kunde.de", 60, "0 .")));

        assertThat(RunningServer.answers(server.ask("kunde.de", Type.MX)))
                .containsExactly("kunde.de. 3600 MX 5 mx1.hoster.net.");
        assertThat(RunningServer.answers(server.ask("neu.kunde.de", Type.MX)))
                .containsExactly("neu.kunde.de. 60 MX 0 .");
        assertThat(server.ask("shop.kunde.de", Type.MX).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void leavesEverythingElseAsItIs() throws IOException {
        List<String> before = othersIn(file());

        RunningServer.replace(nameServer, KUNDE, List.of());

        assertThat(othersIn(file())).isEqualTo(before).anyMatch(line -> line.contains("below.alt.kunde.de."));
    }

    @Test
    void readsBackWhatWasWanted() {
        List<MxSet> wanted = List.of(mx("*.kunde.de", 60, "65535 a.example.net", "0 b.example.net"));

        RunningServer.replace(nameServer, KUNDE, wanted);

        assertThat(nameServer.read(KUNDE).mxSets()).isEqualTo(wanted);
    }

    @Test
    void raisesTheSerialWithEachChange() throws IOException {
        RunningServer.replace(nameServer, KUNDE, List.of(APEX));
        RunningServer.replace(nameServer, KUNDE, List.of(SHOP));

        assertThat(nameServer.read(KUNDE).serial()).isEqualTo(2026112302L);
        assertThat(RunningServer.answers(server.ask("kunde.de", Type.SOA)))
                .first()
                .asString()
                .contains(" 2026112302 ");
    }

    @Test
    void touchesNothingWhereNothingDiffers() throws IOException {
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(file(), longAgo);

        RunningServer.replace(
                nameServer, KUNDE, List.of(SHOP, mx("KUNDE.de", 300, "20 MX.extern.net", "10 mail.kunde.de")));

        assertThat(nameServer.read(KUNDE).serial()).isEqualTo(1);
        assertThat(Files.getLastModifiedTime(file())).isEqualTo(longAgo);
    }

    @Test
    void takesATtlAloneForAChange() {
        RunningServer.replace(
                nameServer, KUNDE, List.of(mx("kunde.de", 301, "10 mail.kunde.de", "20 mx.extern.net"), SHOP));

        assertThat(nameServer.read(KUNDE).serial()).isEqualTo(2026112301L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fremd.de", "nichtkunde.de", "www.kunde.de", "sub.kunde.de", "a.sub.kunde.de", "a.alt.kunde.de"})
    void refusesOwnersThatCannotHaveMxRecords(String owner) {
        assertFails(
                () -> RunningServer.replace(nameServer, KUNDE, List.of(mx(owner, 60, "10 mail.kunde.de"))),
                Reason.REFUSED);
        assertThat(nameServer.read(KUNDE).serial()).isEqualTo(1);
    }

    @Test
    void refusesTwoSetsForOneOwner() {
        assertFails(
                () -> RunningServer.replace(nameServer, KUNDE, List.of(APEX, mx("kunde.de", 60, "1 a.example.net"))),
                Reason.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fremd.de", "shop.kunde.de", "de"})
    void doesNotServeOtherZones(String zone) {
        assertFails(() -> RunningServer.replace(nameServer, DomainName.of(zone), List.of()), Reason.ZONE_NOT_SERVED);
    }

    @Test
    void keepsAnsweringWithTheOldStateWhereTheDiskFails() throws IOException {
        // A folder where the temporary file would be: no write can succeed, for root neither.
        Files.createDirectories(file().resolveSibling("kunde.de.zone.tmp").resolve("in-the-way"));

        assertFails(() -> RunningServer.replace(nameServer, KUNDE, List.of()), Reason.STORAGE);
        assertThat(nameServer.read(KUNDE).mxSets()).containsExactlyInAnyOrder(APEX, SHOP);
        assertThat(RunningServer.answers(server.ask("kunde.de", Type.MX))).hasSize(2);
    }

    @Test
    void knowsTheZoneThatANameLiesIn() {
        assertThat(nameServer.enclosing(DomainName.of("a.b.kunde.de"))).contains(KUNDE);
        assertThat(nameServer.enclosing(DomainName.of("nichtkunde.de"))).isEmpty();
    }

    private Path file() {
        return RunningServer.dataFile(folder, "kunde.de");
    }

    /** The lines that must not change: all but their number, the SOA and the MX records of the zone's own. */
    private static List<String> othersIn(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .filter(line -> !line.contains("\tSOA\t"))
                .filter(line -> !line.contains("\tMX\t") || line.contains("sub.") || line.contains("alt."))
                .toList();
    }
}
