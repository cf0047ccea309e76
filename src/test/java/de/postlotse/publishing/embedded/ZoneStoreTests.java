package de.postlotse.publishing.embedded;

import static de.postlotse.publishing.embedded.RunningServer.mx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Type;

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
    void doesNotStartWithABrokenFileAndSaysWhereItIsBroken(String lines, String message) {
        RunningServer.zone(folder, "kunde.de", lines.replace("\\n", "\n"));

        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> RunningServer.in(folder))
                .withMessageContaining("kunde.de.zone")
                .withMessageContaining(message);
        assertThat(folder.resolve("data/zones")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"'', exactly one SOA", "'@ 60 SOA a. b. 1 2 3 4 5\n', no NS record"})
    void doesNotStartWithAnIncompleteZone(String text, String message) {
        RunningServer.write(folder.resolve("masters/kunde.de.zone"), text);

        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> RunningServer.in(folder))
                .withMessageContaining(message);
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
        var server = RunningServer.server(folder, folder.resolve("nirgends"), 0, TcpLimits.DEFAULT);

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
        assertThat(Files.readAllLines(RunningServer.dataFile(folder, "kunde.de"), StandardCharsets.US_ASCII))
                .allMatch(line -> line.matches("\\S+\\.\t+\\d+\tIN\t\\S+\t.*"));
    }
}
