package de.postlotse.publishing.embedded;

import static de.postlotse.publishing.embedded.RunningServer.answers;
import static de.postlotse.publishing.embedded.RunningServer.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class AnswerTests {

    private static final String LONG = "l".repeat(63);

    @TempDir
    static Path folder;

    @AutoClose
    static RunningServer server;

    @BeforeAll
    static void start() {
        RunningServer.zone(
                folder,
                "kunde.de",
                "@ MX 10 mail",
                "@ MX 20 mx.extern.net.",
                "mail A 192.175.48.1",
                "mail AAAA 2620:4f:8000::1",
                "www CNAME mail",
                "chain CNAME www",
                "out CNAME mail.extern.net.",
                "gone CNAME nobody",
                "loop1 CNAME loop2",
                "loop2 CNAME loop1",
                "across CNAME www.team",
                "*.wild A 192.175.48.2",
                "x.ent.wild A 192.175.48.3",
                "*.alias CNAME mail",
                "a.b.c.deep A 192.175.48.4",
                "alt DNAME neu",
                "alt TXT \"the owner itself\"",
                "hidden.alt A 192.175.48.9",
                "mx.neu A 192.175.48.5",
                "long DNAME " + (LONG + ".").repeat(3) + "kunde.de.",
                "sub NS ns.sub",
                "sub NS ns.extern.net.",
                "sub DS 1 8 2 " + "AB".repeat(32),
                "ns.sub A 192.175.48.6",
                "mx.sub MX 10 mail",
                "insub CNAME host.sub",
                "team NS ns1.hoster.net.");
        RunningServer.zone(folder, "team.kunde.de", "@ A 192.175.48.7", "www A 192.175.48.8");
        server = RunningServer.in(folder);
    }

    @ParameterizedTest
    @CsvSource({
        // the records themselves, in any case of letters
        "mail.kunde.de, A, 'mail.kunde.de. 300 A 192.175.48.1'",
        "MAIL.Kunde.DE, A, 'MAIL.Kunde.DE. 300 A 192.175.48.1'",
        // RFC 1034 §3.6.2: aliases are followed, within and across zones, as far as we serve them
        "www.kunde.de, A, 'www.kunde.de. 300 CNAME mail.kunde.de.|mail.kunde.de. 300 A 192.175.48.1'",
        "www.kunde.de, CNAME, 'www.kunde.de. 300 CNAME mail.kunde.de.'",
        "out.kunde.de, A, 'out.kunde.de. 300 CNAME mail.extern.net.'",
        "loop1.kunde.de, A, 'loop1.kunde.de. 300 CNAME loop2.kunde.de.|loop2.kunde.de. 300 CNAME loop1.kunde.de.'",
        "across.kunde.de, A, 'across.kunde.de. 300 CNAME www.team.kunde.de.|www.team.kunde.de. 300 A 192.175.48.8'",
        // RFC 4592 §2.2.1
        "any.wild.kunde.de, A, 'any.wild.kunde.de. 300 A 192.175.48.2'",
        "two.labels.wild.kunde.de, A, 'two.labels.wild.kunde.de. 300 A 192.175.48.2'",
        "*.wild.kunde.de, A, '*.wild.kunde.de. 300 A 192.175.48.2'",
        "q.alias.kunde.de, A, 'q.alias.kunde.de. 300 CNAME mail.kunde.de.|mail.kunde.de. 300 A 192.175.48.1'",
        // RFC 6672 §3.1
        "mx.alt.kunde.de, CNAME, 'alt.kunde.de. 300 DNAME neu.kunde.de.|mx.alt.kunde.de. 300 CNAME mx.neu.kunde.de.'",
        "alt.kunde.de, TXT, 'alt.kunde.de. 300 TXT \"the owner itself\"'",
        // the deepest zone answers
        "team.kunde.de, A, 'team.kunde.de. 300 A 192.175.48.7'",
    })
    void answersWithRecords(String name, String type, String expected) throws IOException {
        Message response = server.ask(name, Type.value(type));

        assertThat(response.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(response.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(answers(response)).containsExactly(expected.split("\\|"));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody.kunde.de, A, NXDOMAIN",
        "mail.kunde.de, MX, NOERROR",
        // RFC 8020: a name with something below it exists
        "deep.kunde.de, A, NOERROR",
        "b.c.deep.kunde.de, A, NOERROR",
        "x.b.c.deep.kunde.de, A, NXDOMAIN",
        "wild.kunde.de, A, NOERROR",
        // RFC 4592 §3.3.1: the closest name that exists has no wildcard of its own
        "ent.wild.kunde.de, A, NOERROR",
        "y.ent.wild.kunde.de, A, NXDOMAIN",
        "any.wild.kunde.de, MX, NOERROR",
    })
    void deniesWithTheSoaAndItsMinimumTtl(String name, String type, String rcode) throws IOException {
        Message response = server.ask(name, Type.value(type));

        assertThat(Rcode.string(response.getRcode())).isEqualTo(rcode);
        assertThat(response.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(answers(response)).isEmpty();
        assertThat(lines(response, Section.AUTHORITY))
                .containsExactly("kunde.de. 60 SOA ns1.hoster.net. hostmaster.hoster.net. 1 7200 3600 1209600 60");
    }

    @Test
    void saysThatTheEndOfAnAliasDoesNotExist() throws IOException {
        Message response = server.ask("gone.kunde.de", Type.A);

        assertThat(response.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(answers(response)).containsExactly("gone.kunde.de. 300 CNAME nobody.kunde.de.");
    }

    @Test
    void followsDnameWithAnAliasMadeForTheName() throws IOException {
        assertThat(answers(server.ask("mx.alt.kunde.de", Type.A)))
                .containsExactly(
                        "alt.kunde.de. 300 DNAME neu.kunde.de.",
                        "mx.alt.kunde.de. 300 CNAME mx.neu.kunde.de.",
                        "mx.neu.kunde.de. 300 A 192.175.48.5");
    }

    @Test
    void doesNotServeWhatADnameHides() throws IOException {
        assertThat(server.ask("hidden.alt.kunde.de", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void saysSoWhereADnameLeadsToATooLongName() throws IOException {
        Message response = server.ask(LONG + ".long.kunde.de", Type.A);

        assertThat(response.getRcode()).isEqualTo(Rcode.YXDOMAIN);
        assertThat(answers(response)).hasSize(1).first().asString().contains(" DNAME ");
    }

    @ParameterizedTest
    @CsvSource({"sub.kunde.de, A", "sub.kunde.de, NS", "mx.sub.kunde.de, MX", "any.thing.sub.kunde.de, A"})
    void refersToTheServersOfADelegation(String name, String type) throws IOException {
        Message response = server.ask(name, Type.value(type));

        assertThat(response.getHeader().getFlag(Flags.AA)).isFalse();
        assertThat(answers(response)).isEmpty();
        assertThat(lines(response, Section.AUTHORITY))
                .containsExactlyInAnyOrder(
                        "sub.kunde.de. 300 NS ns.sub.kunde.de.", "sub.kunde.de. 300 NS ns.extern.net.");
        assertThat(lines(response, Section.ADDITIONAL)).containsExactly("ns.sub.kunde.de. 300 A 192.175.48.6");
    }

    @Test
    void followsAnAliasIntoADelegation() throws IOException {
        Message response = server.ask("insub.kunde.de", Type.A);

        assertThat(answers(response)).containsExactly("insub.kunde.de. 300 CNAME host.sub.kunde.de.");
        assertThat(lines(response, Section.AUTHORITY)).hasSize(2);
        assertThat(response.getHeader().getFlag(Flags.AA)).isTrue();
    }

    @Test
    void answersForTheDsRecordOfADelegationItself() throws IOException {
        Message response = server.ask("sub.kunde.de", Type.DS);

        assertThat(response.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(answers(response)).hasSize(1);
    }

    @Test
    void answersForTheDsRecordOfAZoneFromItsParent() throws IOException {
        Message response = server.ask("team.kunde.de", Type.DS);

        assertThat(lines(response, Section.AUTHORITY)).first().asString().startsWith("kunde.de. 60 SOA");
    }

    @Test
    void addsTheAddressesOfMailServersThatItKnows() throws IOException {
        assertThat(lines(server.ask("kunde.de", Type.MX), Section.ADDITIONAL))
                .containsExactly("mail.kunde.de. 300 A 192.175.48.1", "mail.kunde.de. 300 AAAA 2620:4f:8000:0:0:0:0:1");
    }

    @Test
    void givesEverythingForAny() throws IOException {
        List<String> types = server.ask("kunde.de", Type.ANY).getSection(Section.ANSWER).stream()
                .map(record -> Type.string(record.getType()))
                .toList();

        assertThat(types).containsExactlyInAnyOrder("SOA", "NS", "MX", "MX");
    }

    @Test
    void repeatsIdQuestionAndRecursionDesiredButOffersNoRecursion() throws IOException {
        Message question = RunningServer.question("kUNDE.de", Type.MX);
        Message response = server.resolver().send(question);

        assertThat(response.getHeader().getID()).isEqualTo(question.getHeader().getID());
        assertThat(response.getQuestion().getName()).hasToString("kUNDE.de.");
        assertThat(response.getHeader().getFlag(Flags.RD)).isTrue();
        assertThat(response.getHeader().getFlag(Flags.RA)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "fremd.de, A, IN, REFUSED",
        "nichtkunde.de, A, IN, REFUSED",
        "de, A, IN, REFUSED",
        "., NS, IN, REFUSED",
        "kunde.de, A, CH, REFUSED",
        "kunde.de, A, ANY, REFUSED",
        "kunde.de, IXFR, IN, REFUSED",
        "kunde.de, MAILB, IN, NOTIMP",
    })
    void refusesWhatIsNotItsBusiness(String name, String type, String dclass, String rcode) throws IOException {
        Record question = Record.newRecord(Name.fromString(name, Name.root), Type.value(type), DClass.value(dclass));

        Message response = server.resolver().send(Message.newQuery(question));

        assertThat(Rcode.string(response.getRcode())).isEqualTo(rcode);
        assertThat(Stream.of(Section.ANSWER, Section.AUTHORITY))
                .allMatch(section -> lines(response, section).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"NOTIFY", "UPDATE", "STATUS"})
    void doesNotKnowOtherOperations(String opcode) throws IOException {
        Message question = RunningServer.question("kunde.de", Type.SOA);
        question.getHeader().setOpcode(Opcode.value(opcode));

        Message response = new Message(RawClient.udp(server.address(), question.toWire()));

        assertThat(response.getRcode()).isEqualTo(Rcode.NOTIMP);
        assertThat(response.getHeader().getOpcode()).isEqualTo(Opcode.value(opcode));
    }
}
