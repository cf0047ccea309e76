package de.postlotse.publishing.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class EdnsTests {

    @TempDir
    static Path folder;

    @AutoClose
    static RunningServer server;

    @BeforeAll
    static void start() {
        RunningServer.zone(
                folder,
                "kunde.de",
                IntStream.range(0, 100)
                        .mapToObj(number -> {
                            String host = "mailserver-" + number;
                            String record = host + " A 192.175.48." + number + "\n";
                            // 12 records are more than 512 octets with their addresses only, 30 without, 100 more than
                            // 1232
                            record += number < 12 ? "m12 MX " + number + " " + host + "\n" : "";
                            record +=
                                    number < 30 ? "m30 MX " + number + " " + host + "\nsub NS " + host + ".sub\n" : "";
                            record += number < 30 ? host + ".sub A 192.175.48.1\n" : "";
                            return record + "m100 MX " + number + " " + host + "\n";
                        })
                        .toArray(String[]::new));
        server = RunningServer.in(folder);
    }

    @ParameterizedTest
    @CsvSource({
        // name, size that the client says it takes (-1: says nothing), truncated?, largest answer
        "m12.kunde.de, -1, false, 512",
        "m30.kunde.de, -1, true, 512",
        "m30.kunde.de, 512, true, 512",
        "m30.kunde.de, 1, true, 512",
        "m30.kunde.de, 1232, false, 1232",
        "m100.kunde.de, 1232, true, 1232",
        "m100.kunde.de, 4096, true, 1232",
        "m100.kunde.de, 65535, true, 1232",
        // RFC 9471: a referral without its addresses is not whole
        "sub.kunde.de, 512, true, 512",
    })
    void sendsNoLargerDatagramsThanTheClientAndTheNetworkTake(String name, int size, boolean truncated, int largest)
            throws IOException {
        byte[] question = question(name, size).toWire();

        byte[] octets = RawClient.udp(server.address(), question);

        assertThat(octets).hasSizeLessThanOrEqualTo(largest);
        assertThat(new Message(octets).getHeader().getFlag(Flags.TC)).isEqualTo(truncated);
    }

    @ParameterizedTest
    @CsvSource({"m12.kunde.de, 12", "m30.kunde.de, 30", "m100.kunde.de, 100"})
    void givesWholeAnswersOverTcp(String name, int records) throws IOException {
        SimpleResolver resolver = server.resolver();
        resolver.setTCP(true);

        Message response = resolver.send(RunningServer.question(name, Type.MX));

        assertThat(response.getHeader().getFlag(Flags.TC)).isFalse();
        assertThat(response.getSection(Section.ANSWER)).hasSize(records);
    }

    @Test
    void answersEdnsWithItsOwnSizeAndTheDoBit() throws IOException {
        Message question = RunningServer.question("kunde.de", Type.SOA);
        question.addRecord(new OPTRecord(4096, 0, 0, ExtendedFlags.DO), Section.ADDITIONAL);

        OPTRecord option = exchange(question).getOPT();

        assertThat(option.getPayloadSize()).isEqualTo(1232);
        assertThat(option.getFlags()).isEqualTo(ExtendedFlags.DO);
    }

    @Test
    void doesNotSpeakEdnsToClientsThatDoNot() throws IOException {
        assertThat(exchange(question("kunde.de", -1)).getOPT()).isNull();
    }

    @Test
    void answersEdnsOfAnotherVersionWithBadversAndItsOwn() throws IOException {
        Message question = RunningServer.question("kunde.de", Type.SOA);
        question.addRecord(new OPTRecord(1232, 0, 1), Section.ADDITIONAL);

        Message response = exchange(question);

        assertThat(response.getRcode()).isEqualTo(Rcode.BADVERS);
        assertThat(response.getOPT().getVersion()).isZero();
        assertThat(response.getSection(Section.ANSWER)).isEmpty();
    }

    @Test
    void takesTwoOptRecordsForAFormatError() throws IOException {
        Message question = question("kunde.de", 1232);
        question.addRecord(new OPTRecord(512, 0, 0), Section.ADDITIONAL);

        Message answer = exchange(question);

        assertThat(answer.getHeader().getRcode()).isEqualTo(Rcode.FORMERR);
        assertThat(answer.getSection(Section.ADDITIONAL)).isEmpty();
    }

    /** As BIND 9.18 answers. */
    @ParameterizedTest
    @CsvSource({
        // code and data of an option, response code
        "10, 3132333435363738, NOERROR",
        "10, 31323334353637, FORMERR",
        "10, 313233343536373839303132, FORMERR",
        "8, 00011800C00002, NOERROR",
        "8, 00011818C00002, FORMERR",
        "8, 00031800C00002, FORMERR",
        "8, 00011800C0, FORMERR",
        "8, 0001, FORMERR",
        "1, 78, FORMERR",
        "3, 616263, NOERROR",
        "9, '', NOERROR",
        "9, 000000, FORMERR",
        "12, 0000000000, NOERROR",
        "14, '', FORMERR",
        "14, 00, FORMERR",
        "14, 4F66, NOERROR",
        "15, 00, FORMERR",
        "16, 00, FORMERR",
        "65001, 78, NOERROR",
    })
    void takesAMalformedOptionForAFormatError(int code, String data, String rcode) throws IOException {
        byte[] value = HexFormat.of().parseHex(data);
        byte[] question = question("kunde.de", -1).toWire();
        byte[] option = ByteBuffer.allocate(15 + value.length)
                .put((byte) 0)
                .putShort((short) Type.OPT)
                .putShort((short) 1232)
                .putInt(0)
                .putShort((short) (4 + value.length))
                .putShort((short) code)
                .putShort((short) value.length)
                .put(value)
                .array();
        byte[] packet = ByteBuffer.allocate(question.length + option.length)
                .put(question)
                .put(option)
                .putShort(10, (short) 1)
                .array();

        assertThat(new Message(RawClient.udp(server.address(), packet))
                        .getHeader()
                        .getRcode())
                .isEqualTo(Rcode.value(rcode));
    }

    private static Message question(String name, int size) throws IOException {
        Message question = RunningServer.question(name, Type.MX);
        if (size >= 0) {
            question.addRecord(new OPTRecord(size, 0, 0), Section.ADDITIONAL);
        }
        return question;
    }

    private static Message exchange(Message question) throws IOException {
        return new Message(RawClient.udp(server.address(), question.toWire()));
    }
}
