package de.postlotse.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import de.postlotse.dns.DomainName;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionReaderTests {

    private static final DomainName ZONE = DomainName.of("kunde.de");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            "10 mx1.example.net"                                            | "10 mx1.example.net"
            "10 mx1.example.net\\n20 mx2.example.net"                        | "10 mx1.example.net, 20 mx2.example.net"
            "mx1.example.net 10\\nmx2.example.net 20"                        | "10 mx1.example.net, 20 mx2.example.net"
            "@ 3600 IN MX 1 smtp.google.com."                               | "1 smtp.google.com. ttl 3600"
            "kunde.de.\\t3600\\tIN\\tMX\\t5\\tsmtpin.rzone.de."                  | "5 smtpin.rzone.de. ttl 3600"
            "IN MX 10 mxext1.mailbox.org."                                  | "10 mxext1.mailbox.org."
            "@ MX 1 ASPMX.L.GOOGLE.COM.\\n@ MX 5 ALT1.ASPMX.L.GOOGLE.COM."   | "1 ASPMX.L.GOOGLE.COM., 5 ALT1.ASPMX.L.GOOGLE.COM."
            "Blank or @\\t3600\\tMX\\t1\\tASPMX.L.GOOGLE.COM."                  | "1 ASPMX.L.GOOGLE.COM. ttl 3600"
            "MX\\t@\\tmx.zoho.eu\\t10\\nMX\\t@\\tmx2.zoho.eu\\t20"                | "10 mx.zoho.eu, 20 mx2.zoho.eu"
            "MX; @; kunde-de.mail.protection.outlook.com; 0; 3600"          | "0 kunde-de.mail.protection.outlook.com ttl 3600"
            "MX kunde.de mx00.ionos.de 10"                                  | "10 mx00.ionos.de"
            "Priorität 10: mail.protonmail.ch\\nPriorität 20: mailsec.protonmail.ch" | "10 mail.protonmail.ch, 20 mailsec.protonmail.ch"
            "mail.protonmail.ch (Priorität 10)"                             | "10 mail.protonmail.ch"
            "mx1.example.net (prio 10), mx2.example.net (prio 20)"          | "10 mx1.example.net, 20 mx2.example.net"
            "10 mx1.example.net, 20 mx2.example.net"                        | "10 mx1.example.net, 20 mx2.example.net"
            "Hostname: @\\nZeigt auf: mx00.ionos.de\\nPriorität: 10"          | "10 mx00.ionos.de"
            "Priority: 10\\nValue: mx1.example.net\\nPriority: 20\\nValue: mx2.example.net" | "10 mx1.example.net, 20 mx2.example.net"
            "mx1.example.net"                                               | "mx1.example.net"
            "Mailserver: mx1.example.net"                                   | "mx1.example.net"
            "- `10 mx1.example.net`\\n- `20 mx2.example.net`"                | "10 mx1.example.net, 20 mx2.example.net"
            "> 10 mx1.example.net"                                          | "10 mx1.example.net"
            "1. mx1.example.net, Priorität 10"                              | "10 mx1.example.net"
            "$TTL 7200\\n@ IN MX 10 mail.example.net."                       | "10 mail.example.net. ttl 7200"
            "$ORIGIN example.net.\\n@ IN MX 10 mail"                         | "10 mail.example.net."
            "@ IN MX 10 mail ; der alte"                                    | "10 mail"
            "MX 10 192.0.2.1"                                               | "10 192.0.2.1"
            "@ IN MX 0 ."                                                   | "0 ."
            "TTL: 3600\\n5 mta-gw.infomaniak.ch"                             | "5 mta-gw.infomaniak.ch ttl 3600"
            "10 mx1.example.net\\n10 MX1.example.net"                        | "10 mx1.example.net"
            "10 mx1.müller.de"                                              | "10 mx1.müller.de"
            "<table><tr><th>Prio</th><th>Server</th></tr><tr><td>10</td><td>mx1.example.net</td></tr></table>" | "10 mx1.example.net"
            "<p>10 mx1.example.net<br>20 <b>mx2.example.net</b></p>"        | "10 mx1.example.net, 20 mx2.example.net"
            "Guten Tag, wie besprochen."                                    | ""
            "Fragen an hilfe@example.net oder https://www.example.net/hilfe" | ""
            """)
    void findsTheServersOfAnInstruction(String pasted, String found) {
        Instruction instruction =
                InstructionReader.read(pasted.replace("\\n", "\n").replace("\\t", "\t"), ZONE);

        String servers = instruction.servers().stream()
                .map(server -> (server.priority() + " " + server.host()).strip())
                .collect(Collectors.joining(", "));
        String ttl = instruction.ttl().isEmpty() ? "" : " ttl " + instruction.ttl();
        assertThat(servers + ttl).isEqualTo(found == null ? "" : found);
    }

    @Test
    void namesTheRecordsThatItLeavesOut() {
        Instruction instruction = InstructionReader.read("""
                @ 3600 IN MX 10 mx1.example.net.
                @ 3600 IN TXT "v=spf1 include:example.net -all"
                autodiscover CNAME autodiscover.example.net.
                """, ZONE);

        assertThat(instruction.servers()).singleElement();
        assertThat(instruction.notRead()).hasSize(2).allMatch(line -> line.contains("TXT") || line.contains("CNAME"));
    }

    @Test
    void readsALongHostileTextInTime() {
        String hostile = "a.".repeat(16_000) + "\n" + "9 ".repeat(8_000) + "\n" + "<td>".repeat(2_000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> InstructionReader.read(hostile, ZONE));
    }
}
