package de.postlotse.publishing.embedded;

import static de.postlotse.dns.MxSets.mx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DemoZoneTests {

    private static final Path CHECKER = Path.of("/usr/bin/named-checkzone");

    @TempDir
    static Path folder;

    @AutoClose
    static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.in(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hoster.example",
                "blumen-koenig.example",
                "sportverein-musterstadt.example",
                "xn--bckerei-mller-bfb28a.example",
                "tischlerei-holm.example",
                "stiller-verein.example",
                "altlast-gmbh.example"
            })
    void areServedByTheHostersNameServersAndAtAGlobalAddress(String zone) throws IOException {
        assertThat(RunningServer.answers(server.ask(zone, Type.NS)))
                .containsExactlyInAnyOrder(
                        zone + ". 3600 NS ns1.hoster.example.", zone + ". 3600 NS ns2.hoster.example.");
        assertThat(server.ask(zone, Type.A).getSection(Section.ANSWER))
                .hasSize(1)
                .allSatisfy(record -> assertThat(((ARecord) record).getAddress())
                        .extracting(InetAddress::getHostAddress)
                        .asString()
                        .startsWith("192.175.48."));
    }

    @Test
    void showEveryStateOfMail() {
        assertThat(mxOf("blumen-koenig.example"))
                .containsExactlyInAnyOrder(
                        mx("blumen-koenig.example", 3600, "10 mail.blumen-koenig.example"),
                        mx("shop.blumen-koenig.example", 3600, "10 mx1.hoster.example", "20 mx2.hoster.example"));
        assertThat(mxOf("stiller-verein.example")).isEmpty();
        assertThat(mxOf("xn--bckerei-mller-bfb28a.example"))
                .containsExactly(mx("xn--bckerei-mller-bfb28a.example", 3600, "0 ."));
    }

    @Test
    void haveANameWithUmlauts() {
        assertThat(DomainName.of("xn--bckerei-mller-bfb28a.example").toUnicode())
                .isEqualTo("bäckerei-müller.example");
    }

    @Test
    void haveOneWhoseMailServerIsGone() throws IOException {
        assertThat(mxOf("altlast-gmbh.example"))
                .containsExactly(mx("altlast-gmbh.example", 3600, "10 mail.altlast-gmbh.example"));
        assertThat(server.ask("mail.altlast-gmbh.example", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void passTheCheckOfAnotherNameServerAfterAChange(@TempDir Path other) throws Exception {
        assumeTrue(Files.isExecutable(CHECKER), "needs named-checkzone of Debian's bind9-utils");
        DomainName zone = DomainName.of("blumen-koenig.example");
        try (RunningServer changed = RunningServer.in(other)) {
            RunningServer.replace(
                    changed.nameServer(),
                    zone,
                    List.of(mx(
                            "blumen-koenig.example",
                            60,
                            "10 mail.blumen-koenig.example",
                            "20 mail2.blumen-koenig.example")));
        }

        Process check = new ProcessBuilder(
                        CHECKER.toString(),
                        "-i",
                        "local",
                        zone.toString(),
                        RunningServer.dataFile(other, zone.toString()).toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes());

        assertThat(check.waitFor()).as(said).isZero();
        assertThat(said.lines()).containsExactly("zone blumen-koenig.example/IN: loaded serial 2026112301", "OK");
    }

    private static List<MxSet> mxOf(String zone) {
        return server.nameServer().read(DomainName.of(zone)).mxSets();
    }
}
