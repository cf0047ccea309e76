package de.postlotse.publishing.embedded;

import static de.postlotse.dns.MxSets.mx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.testing.Io;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.xbill.DNS.Type;

@ExtendWith(OutputCaptureExtension.class)
class ZoneStoreTests {

    private static final DomainName KUNDE = DomainName.of("kunde.de");
    private static final MxSet WANTED = mx("kunde.de", 600, "10 mx1.hoster.net");

    @TempDir
    Path folder;

    @Test
    void keepsChangesAcrossRestarts() {
        RunningServer.zone(folder, "kunde.de", "@ MX 10 alt");
        try (RunningServer server = RunningServer.in(folder)) {
            RunningServer.replace(server.nameServer(), KUNDE, List.of(WANTED));
        }
        try (RunningServer server = RunningServer.in(folder)) {
            assertThat(server.nameServer().read(KUNDE).mxSets()).containsExactly(WANTED);
            assertThat(server.nameServer().read(KUNDE).serial()).isEqualTo(2026112301L);
        }
    }

    @Test
    void readsTheZoneDirectoryAtTheFirstStartOnly() {
        RunningServer.zone(folder, "kunde.de");
        RunningServer.in(folder).close();
        RunningServer.zone(folder, "spaeter.de");

        try (RunningServer server = RunningServer.in(folder)) {
            assertThat(server.nameServer().enclosing(DomainName.of("spaeter.de")))
                    .isEmpty();
        }
    }

    @Test
    void isNotDisturbedByWhatAKilledWriteLeftBehind() {
        RunningServer.zone(folder, "kunde.de");
        RunningServer.in(folder).close();
        Path leftover = RunningServer.dataFile(folder, "kunde.de").resolveSibling("kunde.de.zone.tmp");
        RunningServer.write(leftover, "kunde.de. 300 IN SO");

        try (RunningServer server = RunningServer.in(folder)) {
            RunningServer.replace(server.nameServer(), KUNDE, List.of(WANTED));
            assertThat(leftover).doesNotExist();
        }
    }

    @Test
    void startsAnewAfterAFirstStartThatWasKilled() {
        RunningServer.zone(folder, "kunde.de");
        RunningServer.write(folder.resolve("data/zones.unfinished/halb.de.zone"), "halb");

        try (RunningServer server = RunningServer.in(folder)) {
            assertThat(server.nameServer().enclosing(KUNDE)).contains(KUNDE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // dnsjava counts the end of a line to the next one
                "mail A 192.175.48.999                    | near line 4:",
                "mail MX 10                               | near line 5:",
                "mail A 192.175.48.1\\nwww WAS 1          | near line 5:",
                "nichtkunde.de. A 192.175.48.1            | outside the zone kunde.de.: nichtkunde.de.",
                "www CNAME mail\\nwww A 192.175.48.1      | CNAME and other records at www.kunde.de.",
                "www SOA a. b. 1 2 3 4 5                  | the SOA record is not at the apex: www.kunde.de.",
                "$INCLUDE /etc/hosts                      | near line 4",
                "alt DNAME a\\nalt DNAME b                | more than one DNAME at alt.kunde.de.",
                "@ NSEC3PARAM 1 0 0 -\\n@ NSEC www A      | signed zones are not supported",
            })
    void servesTheOtherZonesWhereAFileIsBrokenAndSaysWhereItIs(String lines, String message, CapturedOutput output) {
        RunningServer.zone(folder, "kunde.de", lines.replace("\\n", "\n"));
        RunningServer.zone(folder, "verein.de");

        assertServesVereinOnly();

        assertThat(output.getAll()).contains("kunde.de.zone").contains(message);
        RunningServer.zone(folder, "kunde.de");
        Path corrected = RunningServer.dataFile(folder, "kunde.de");
        Io.run(() ->
                Files.copy(folder.resolve("masters/kunde.de.zone"), corrected, StandardCopyOption.REPLACE_EXISTING));
        try (RunningServer server = RunningServer.in(folder)) {
            assertThat(server.nameServer().enclosing(KUNDE)).contains(KUNDE);
        }
    }

    private void assertServesVereinOnly() {
        DomainName verein = DomainName.of("verein.de");
        try (RunningServer server = RunningServer.in(folder)) {
            assertThat(server.nameServer().enclosing(verein)).contains(verein);
            assertThat(server.nameServer().enclosing(KUNDE)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"'', exactly one SOA", "'@ 60 SOA a. b. 1 2 3 4 5\n', no NS record"})
    void leavesAnIncompleteZoneOut(String text, String message, CapturedOutput output) {
        RunningServer.write(folder.resolve("masters/kunde.de.zone"), text);
        RunningServer.zone(folder, "verein.de");

        assertServesVereinOnly();

        assertThat(output.getAll()).contains(message);
    }

    /** Somewhere in a record, after it, or without the end of the last line alone. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 40, 120})
    void leavesAZoneOutWhoseFileWasCutOff(int octets, CapturedOutput output) throws IOException {
        RunningServer.zone(
                folder, "kunde.de", "@ MX 10 mx1.hoster.net.", "@ TXT \"a\"", "a A 192.0.2.1", "b A 192.0.2.2");
        RunningServer.zone(folder, "verein.de");
        RunningServer.in(folder).close();
        Path file = RunningServer.dataFile(folder, "kunde.de");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - octets));

        assertServesVereinOnly();

        assertThat(output.getAll()).contains("kunde.de.zone");
    }

    @Test
    void demoZonesNeverReplaceWhatWasPublished(CapturedOutput output) {
        HostedZones zones = new ZoneStore(folder.resolve("data"), null).load(true);

        assertThat(zones.size()).isZero();
        assertThat(output.getAll()).contains("Bring it back from a backup");
    }

    /** Octets beyond ASCII are nobody's characters. */
    @Test
    void keepsTheOctetsOfTexts() throws IOException {
        RunningServer.zone(folder, "kunde.de", "a TXT \"Grüße\"", "b TXT \"\\195\\188 \\ü\" ; Größe");
        for (int start = 0; start < 2; start++) {
            try (RunningServer server = RunningServer.in(folder)) {
                assertThat(RunningServer.answers(server.ask("a.kunde.de", Type.TXT)))
                        .containsExactly("a.kunde.de. 300 TXT Gr\\195\\188\\195\\159e");
                assertThat(RunningServer.answers(server.ask("b.kunde.de", Type.TXT)))
                        .hasSize(1)
                        .first()
                        .asString()
                        .contains("\\195\\188 \\195\\188");
                RunningServer.replace(server.nameServer(), KUNDE, List.of(WANTED));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$GENERATE 1-65537 h$ A 192.0.2.1           | near line 4: $GENERATE makes more than 65536 records",
                "$generate 0-4294967295 h$ A 192.0.2.1      | near line 4: $GENERATE makes more than 65536 records",
                "$GENERATE 1-2 h${0,400000000,d} A 192.0.2.1 | near line 4: $GENERATE makes more than 255 digits",
            })
    void boundsWhatOneLineMakes(String line, String message, CapturedOutput output) {
        RunningServer.zone(folder, "kunde.de", line);
        RunningServer.zone(folder, "verein.de", "$GENERATE 1-1000/10 h${0,3,d} A 192.0.2.1");

        assertServesVereinOnly();

        assertThat(output.getAll()).contains(message);
    }

    /** Among them are those that dnsjava writes in a way that it cannot read. */
    @Test
    void keepsRecordsOfEveryType() throws IOException {
        RunningServer.zone(
                folder,
                "kunde.de",
                "t1 APL 1:192.168.32.0/21 !1:192.168.38.0/28",
                "t2 LOC 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m",
                "t3 NAPTR 100 10 \"\" \"\" \"/urn:cid:.+@([^\\\\.]+\\\\.)(.*)$/\\\\2/i\" .",
                "t4 IPSECKEY 10 1 2 192.0.2.38 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==",
                "t5 TYPE55 \\# 23 10020003200100107B1A74DF365639CC39F1D578010203",
                "t6 SVCB 1 . alpn=h2,h3 port=443 ipv4hint=192.0.2.1 key667=\"hello\"",
                "t7 HTTPS 1 . alpn=\"f\\\\\\\\oo\\\\,bar,h2\"",
                "t8 URI 10 1 \"ftp://ftp1.example.com/a b\"",
                "t9 HINFO \"a b\" \"\"",
                "t10 X25 311061700956",
                "t11 ISDN 150862028003217 004",
                "t12 GPOS -32.6882 116.8652 10.0",
                "t13 NSAP 0x47000580005a0000000001e133ffffff00016100",
                "t14 CERT PGP 0 0 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==",
                "t15 SSHFP 2 1 123456789abcdef67890123456789abcdef67890",
                "t16 DHCID AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA=",
                "t17 RP mbox-dname. txt-dname.",
                "t18 OPENPGPKEY AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==",
                "t19 CAA 128 tbs \"Unknown \\\" ; x\"",
                "t20 WKS 192.0.2.1 tcp smtp 80",
                "t21 TYPE99 \\# 4 03616263",
                "t22 TYPE62347 \\# 0",
                "t23 KX 1 kx.example.com.",
                "t24 PX 50 px1. px2.",
                "t25 MINFO a. b.",
                "t26 TYPE64 \\# 3 000100",
                "t27 ZONEMD 2018031500 1 1 " + "ab".repeat(48));
        List<List<String>> first = answersOfAll();

        assertThat(answersOfAll()).isEqualTo(first).allMatch(records -> records.size() == 1);
    }

    private List<List<String>> answersOfAll() {
        try (RunningServer server = RunningServer.in(folder)) {
            RunningServer.replace(server.nameServer(), KUNDE, List.of(WANTED));
            return IntStream.rangeClosed(1, 27)
                    .mapToObj(number ->
                            RunningServer.answers(Io.get(() -> server.ask("t" + number + ".kunde.de", Type.ANY))))
                    .toList();
        }
    }

    @Test
    void doesNotStartWithAZoneThatIsThereTwice() {
        RunningServer.zone(folder, "kunde.de");
        RunningServer.zone(folder, "Kunde.DE");
        // On file systems that do not know upper from lower case there is no second file.
        assumeTrue(Files.notExists(folder.resolve("masters/kunde.DE.zone")), "file names ignore case here");

        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> RunningServer.in(folder))
                .withMessageContaining("twice");
    }

    @Test
    void namesThePropertyWhereTheZoneDirectoryIsMissing() {
        var server = RunningServer.server(folder, folder.resolve("nirgends"), 0, TcpListener.Limits.DEFAULT);

        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(server::start)
                .extracting(CannotStartException::action)
                .asString()
                .contains("postlotse.embedded-name-server.zone-directory");
    }

    @Test
    void writesHostileContentSoThatItStaysContent() throws Exception {
        RunningServer.zone(
                folder,
                "kunde.de",
                "txt TXT \"\\\"; ( $INCLUDE /etc/passwd \\010evil 300 IN A 192.0.2.1\" \"\\255\\000\\\\\"",
                "a\\;b\\010c\\.d\\@\\\"e A 192.175.48.2",
                "\\$ttl A 192.175.48.1",
                "unknown TYPE65280 \\# 4 0A000001",
                "caa CAA 0 issue \"ca.example; x=\\\"1\\\"\"",
                "_25._tcp TLSA 3 1 1 " + "AB".repeat(32));
        List<String> first;
        try (RunningServer server = RunningServer.in(folder)) {
            RunningServer.replace(server.nameServer(), KUNDE, List.of(WANTED));
            first = RunningServer.answers(server.ask("txt.kunde.de", Type.TXT));
        }
        try (RunningServer server = RunningServer.in(folder)) {
            assertThat(RunningServer.answers(server.ask("txt.kunde.de", Type.TXT)))
                    .isEqualTo(first)
                    .hasSize(1);
            assertThat(server.ask("evil.kunde.de", Type.A).getRcode()).isEqualTo(3);
        }
        assertThat(Files.readAllLines(RunningServer.dataFile(folder, "kunde.de"), StandardCharsets.US_ASCII).stream()
                        .skip(1))
                .allMatch(line -> line.matches("\\S+\\.\t+\\d+\tIN\t\\S+\t.*"));
    }
}
