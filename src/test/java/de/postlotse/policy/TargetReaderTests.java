package de.postlotse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import de.postlotse.dns.DomainName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetReaderTests {

    private static final DomainName ZONE = DomainName.of("kunde.de");

    static final List<String> BOOKS = List.of(
            "9".repeat(1_000_000),
            ":".repeat(1_000_000) + "x",
            "a://" + "a".repeat(1_000_000) + " b",
            "a@".repeat(500_000),
            "1 ".repeat(500_000),
            "<".repeat(1_000_000),
            "a" + " ".repeat(1_000_000) + "a");

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            mx1.hoster.net,            mx1.hoster.net
            MX1.Hoster.NET.,           mx1.hoster.net
            " mx1.hoster.net\u00A0",   mx1.hoster.net
            straße.de,                 xn--strae-oqa.de
            mx--1.hoster.net,          mx--1.hoster.net
            kunde.de,                  kunde.de
            mail.kunde.de,             mail.kunde.de
            kunde.de.hoster.net,       kunde.de.hoster.net
            1und1.de,                  1und1.de
            0xmail.de,                 0xmail.de
            mx.0xg,                    mx.0xg
            """)
    void takesTheNameOfAServer(String typed, String name) {
        assertThat(read(typed)).isEqualTo(ParsedField.of(DomainName.of(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", " . ", "\u200B.\u00A0"})
    void takesTheDotForNoMail(String typed) {
        assertThat(read(typed)).isEqualTo(ParsedField.of(DomainName.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "192.0.2.1.",
                " 192.0.2.1 ",
                "[192.0.2.1]",
                "[192.0.2.1]:25",
                "192.0.513",
                "192.513",
                "3221225985",
                "0300.0.2.1",
                "0xC0000201",
                "0xC0.0.2.0x1",
                "1.2.3.4.5",
                "999.999.999.999",
                "１９２.0.2.1",
                "192。0。2。1",
                "::",
                "::1",
                "2001:db8::1",
                "2001:DB8::1",
                "2001:db8:0:0:0:0:0:1",
                "[2001:db8::1]",
                "[2001:db8::1]:25",
                "[IPv6:2001:db8::1]",
                "IPv6:2001:db8::1",
                "fe80::1%eth0",
                "::ffff:192.0.2.1",
                "64:ff9b::192.0.2.1"
            })
    void refusesAddressesInEveryNotation(String typed) {
        assertThat(error(typed).code()).isEqualTo("target-is-address");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            "",                           target-missing
            " ",                          target-missing
            mx..hoster.net,               target-empty-label
            。,                           target-empty-label
            mail_1.hoster.net,            target-underscore
            -mx.hoster.net,               target-hyphen
            mx-.hoster.net,               target-hyphen
            xn--a.de,                     target-idn-invalid
            *.hoster.net,                 target-invalid-character
            mx 1.hoster.net,              target-invalid-character
            mx1.hoster.net mx2.hoster.net,  target-invalid-character
            192.0.2.1:25,                 target-invalid-character
            192.0.2.1/24,                 target-invalid-character
            na\u200Cme.de,                target-invalid-character
            mx\u2024hoster.net,           target-invalid-character
            \u202Emx.hoster.net,          target-invalid-character
            mx1.hoster.123,               target-numeric-top-level
            mx1.0x1f,                     target-numeric-top-level
            """)
    void refusesWhatIsNoHost(String typed, String code) {
        assertThat(read(typed)).isEqualTo(ParsedField.refused(error(typed)));
        assertThat(error(typed))
                .returns(code, Finding::code)
                .returns(Finding.Severity.ERROR, Finding::severity)
                .returns(Finding.Field.TARGET, Finding::field)
                .returns(null, Finding::suggestion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mx.hoster.net\u2028", "\u2029mx.hoster.net", "mx.hoster.net\u0000", "\u200Fmx.hoster.net"})
    void refusesHiddenCharacters(String typed) {
        assertThat(error(typed)).returns("target-invalid-character", Finding::code);
    }

    @Test
    void refusesLabelsAndNamesThatAreTooLong() {
        assertThat(error("a".repeat(64) + ".de").code()).isEqualTo("target-label-too-long");
        assertThat(error("a.".repeat(127) + "a").code()).isEqualTo("target-too-long");
        assertThat(error("a".repeat(2_000)).code()).isEqualTo("target-too-long");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            https://mx1.hoster.net/,                  mx1.hoster.net
            https://admin@mx1.hoster.net:8443/a?b#c,  mx1.hoster.net
            smtp://MX1.hoster.net:25,                 mx1.hoster.net
            info@mx1.hoster.net,                      mx1.hoster.net
            mailto:info@mx1.hoster.net,               mx1.hoster.net
            <info@mx1.hoster.net>,                    mx1.hoster.net
            10 mx1.hoster.net.,                       mx1.hoster.net
            10\tmx1.hoster.net,                       mx1.hoster.net
            MX 10 mx1.hoster.net.,                    mx1.hoster.net
            @ IN MX 10 mx1.hoster.net.,               mx1.hoster.net
            kunde.de. 3600 IN MX 10 mx1.hoster.net.,  mx1.hoster.net
            mx1.hoster.net:25,                        mx1.hoster.net
            <mx1.hoster.net>,                         mx1.hoster.net
            [mx1.hoster.net],                         mx1.hoster.net
            (mx1.hoster.net),                         mx1.hoster.net
            'mx1.hoster.net',                         mx1.hoster.net
            „mx1.hoster.net“,                         mx1.hoster.net
            mx1.hoster.net/,                          mx1.hoster.net
            "mx1.hoster.net,",                        mx1.hoster.net
            mx1.hoster.net;,                          mx1.hoster.net
            https://straße.de/,                       xn--strae-oqa.de
            """)
    void findsTheHostInWhatWasPasted(String typed, String host) {
        assertThat(error(typed))
                .returns("target-is-not-only-a-host", Finding::code)
                .returns(host, Finding::suggestion);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://192.0.2.1/", "info@localhost", "10 mx1", "https://[2001:db8::1]/", "a@b@hoster.net"})
    void suggestsNothingThatIsNoHostEither(String typed) {
        assertThat(error(typed).suggestion()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"mail,mail.kunde.de", "MAIL.,mail.kunde.de", "localhost,localhost.kunde.de"})
    void suggestsTheZoneBehindASingleLabel(String typed, String suggestion) {
        assertThat(error(typed)).returns("target-single-label", Finding::code).returns(suggestion, Finding::suggestion);
    }

    @Test
    void suggestsNothingWhereTheZoneBehindASingleLabelIsTooLong() {
        DomainName longZone = DomainName.of("a.".repeat(125) + "de");

        assertThat(TargetReader.read("mail", longZone).findings())
                .singleElement()
                .returns("target-single-label", Finding::code)
                .returns(null, Finding::suggestion);
    }

    @Test
    void suggestsTheZoneForTheAtSign() {
        assertThat(error("@")).returns("target-at-sign", Finding::code).returns("kunde.de", Finding::suggestion);
    }

    @ParameterizedTest
    @CsvSource({"mail.kunde.de.kunde.de,mail.kunde.de", "Kunde.de.kunde.de.,kunde.de"})
    void suggestsTheNameWithTheZoneOnce(String typed, String suggestion) {
        assertThat(error(typed)).returns("target-doubled-zone", Finding::code).returns(suggestion, Finding::suggestion);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            192.0.2.1.kunde.de,   target-looks-like-address
            p\u0430ypal.com,      target-mixed-scripts
            mx.i❤.ws,             target-has-symbols
            """)
    void warnsOfNamesThatAreHardlyMeant(String typed, String code) {
        assertThat(read(typed).value()).isPresent();
        assertThat(read(typed).findings())
                .singleElement()
                .returns(code, Finding::code)
                .returns(Finding.Severity.WARNING, Finding::severity);
    }

    @Test
    void quotesNoControlCharactersAndNoBooks() {
        assertThat(error("a\u0000\u202Eb c").arguments()).containsExactly("a\uFFFD\uFFFDb c");
        assertThat(error("a b".repeat(100)).arguments()).singleElement(STRING).hasSize(81);
    }

    @ParameterizedTest
    @FieldSource("BOOKS")
    void isNotHeldUpByWholeBooks(String book) {
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> error(book)))
                .returns(Finding.Severity.ERROR, Finding::severity)
                .returns(null, Finding::suggestion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 .", "0.", "@ 3600 IN MX 0 .", "kunde.de. IN MX 0 .", "0 \".\"", "MX 0 ."})
    void takesTheNullMxOfAZoneFileForNoMail(String typed) {
        assertThat(error(typed)).returns("target-means-no-mail", Finding::code).returns(".", Finding::suggestion);
    }

    private static ParsedField<DomainName> read(String typed) {
        return TargetReader.read(typed, ZONE);
    }

    private static Finding error(String typed) {
        ParsedField<DomainName> reading = read(typed);
        assertThat(reading.value()).isEmpty();
        assertThat(reading.findings()).hasSize(1);
        return reading.findings().getFirst();
    }
}
