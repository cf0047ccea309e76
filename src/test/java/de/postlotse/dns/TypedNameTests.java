package de.postlotse.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import de.postlotse.dns.TypedName.Fault;
import de.postlotse.dns.TypedName.Invalid;
import de.postlotse.dns.TypedName.Valid;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Host names as people type or paste them. */
class TypedNameTests {

    private static final String LABEL_63 = "a".repeat(63);
    private static final String NAME_253 = String.join(".", LABEL_63, LABEL_63, LABEL_63, "a".repeat(61));

    static final List<String> LONGEST_NAMES = List.of(
            NAME_253,
            NAME_253 + ".",
            NAME_253 + "\u3002",
            "a.".repeat(126) + "a",
            LABEL_63 + ".de",
            LABEL_63.toUpperCase(Locale.ROOT) + ".de",
            // 57 letters and "xn--" with the digits of one ü: 63 octets
            "ü" + "a".repeat(54) + ".de");

    static final List<String> NAMES_TOO_LONG = List.of(
            NAME_253 + "a", NAME_253 + "a.", "a.".repeat(127) + "a", "ü.".repeat(100) + "de", "a".repeat(1_001));

    static final List<String> LABELS_TOO_LONG =
            List.of(LABEL_63 + "a.de", "mx." + LABEL_63 + "a", "ü" + "a".repeat(62) + ".de", "ü".repeat(63) + ".de");

    @ParameterizedTest
    @CsvSource(textBlock = """
            mx1.hoster.net,           mx1.hoster.net
            MX1.Hoster.NET,           mx1.hoster.net
            mx1.hoster.net.,          mx1.hoster.net
            localhost,                localhost
            1.2.3.4,                  1.2.3.4
            3com.de,                  3com.de
            a-b.de,                   a-b.de
            mx--1.hoster.net,         mx--1.hoster.net
            ab--cd.hoster.net,        ab--cd.hoster.net
            r3---sn-x.gvt1.com,       r3---sn-x.gvt1.com
            """)
    void takesLettersDigitsAndHyphens(String typed, String name) {
        assertThat(TypedName.read(typed)).isEqualTo(valid(name));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            straße.de,                    xn--strae-oqa.de
            STRASSE.de,                   strasse.de
            STRAẞE.de,                    xn--strae-oqa.de
            faß.de,                       xn--fa-hia.de
            BÜCHER.DE,                    xn--bcher-kva.de
            bu\u0308cher.de,              xn--bcher-kva.de
            xn--bcher-kva.de,             xn--bcher-kva.de
            XN--BCHER-KVA.DE,             xn--bcher-kva.de
            ｍｘ１.ｈｏｓｔｅｒ.ｎｅｔ,            mx1.hoster.net
            mx1。hoster．net｡,            mx1.hoster.net
            例子.测试,                     xn--fsqu00a.xn--0zwm56d
            пример.рф,                    xn--e1afmkfd.xn--p1ai
            \u0DC1\u0DCA\u200D\u0DBB\u0DD3.lk,   xn--10cl1a0b660p.lk
            na\u00ADme.de,                name.de
            """)
    void takesOtherLettersByIdna2008(String typed, String name) {
        assertThat(TypedName.read(typed)).isEqualTo(valid(name));
    }

    @ParameterizedTest
    @FieldSource("LONGEST_NAMES")
    void takesLabelsOf63OctetsAndNamesOf255(String longest) {
        assertThat(TypedName.read(longest)).isInstanceOf(Valid.class);
    }

    @ParameterizedTest
    @FieldSource("NAMES_TOO_LONG")
    void refusesNamesOver255Octets(String typed) {
        assertThat(TypedName.read(typed)).isEqualTo(new Invalid(Fault.NAME_TOO_LONG));
    }

    @ParameterizedTest
    @FieldSource("LABELS_TOO_LONG")
    void refusesLabelsOver63Octets(String typed) {
        assertThat(TypedName.read(typed)).isEqualTo(new Invalid(Fault.LABEL_TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\u00A0", "\u200B", "\uFEFF\u2060\u3000"})
    void refusesBlanks(String typed) {
        assertThat(TypedName.read(typed)).isEqualTo(new Invalid(Fault.MISSING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".", "..", "a..b", ".kunde.de", "kunde.de..", "\u3002", "\uFF0E", "\uFF61", "a\u3002\uFF0Eb"})
    void refusesEmptyLabels(String typed) {
        assertThat(TypedName.read(typed)).isEqualTo(new Invalid(Fault.EMPTY_LABEL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail_1.kunde.de", "_smtp._tcp.kunde.de", "bü_cher.de"})
    void refusesUnderscores(String typed) {
        assertThat(TypedName.read(typed)).isEqualTo(new Invalid(Fault.UNDERSCORE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-mx.kunde.de", "mx-.kunde.de", "mx.-.de", "mx.kunde.de-", "--.de"})
    void refusesHyphensAtTheEndsOfALabel(String typed) {
        assertThat(TypedName.read(typed)).isEqualTo(new Invalid(Fault.HYPHEN_AT_END));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx 1.kunde.de",
                "mx1.kunde.de,",
                "a/b.de",
                "a\\b.de",
                "a\\.b.de",
                "*.kunde.de",
                "@",
                "a@kunde.de",
                "mx.kunde.de:25",
                "[192.0.2.1]",
                "mx\u0000.kunde.de",
                "mx.kunde.de\u0000",
                "mx\n.kunde.de",
                "mx.kunde.de\u2028",
                "\u2029mx.kunde.de",
                "\u200Fmx.kunde.de",
                "mx.kunde.de\u200E",
                "\u202Emx.kunde.de\u202C",
                "mx\u00A0a.kunde.de",
                "m\uFF3Fx.de",
                "na\u200Cme.de",
                "na\u200Dme.de",
                "mx\u2024kunde.de",
                "\u2100.de",
                "<script>.de",
                "a'b.de",
                "\uD800.de"
            })
    void refusesOtherCharacters(String typed) {
        assertThat(TypedName.read(typed)).isEqualTo(new Invalid(Fault.CHARACTER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xn--a.de",
                "xn--.de",
                "xn--abc-.de",
                "xn--99999999999.de",
                "xn--strasse-.de",
                "XN--A.de",
                "aא.de",
                "\u0661\u0669\u0662.de"
            })
    void refusesWhatIdnaDoesNotTake(String typed) {
        assertThat(TypedName.read(typed)).isEqualTo(new Invalid(Fault.IDN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " mx.kunde.de ",
                "\tmx.kunde.de\r\n",
                "\u00A0mx.kunde.de\u00A0",
                "\u200Bmx.kunde.de\u200B",
                "\uFEFFmx.kunde.de",
                "mx.kunde.de\u2060",
                "\u3000mx.kunde.de\u2009\u202F",
                " \u200B \u00A0mx.kunde.de. \u200B "
            })
    void doesNotMindInvisibleCharactersAtTheEnds(String typed) {
        assertThat(TypedName.read(typed)).isEqualTo(valid("mx.kunde.de"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            p\u0430ypal.com,          true
            mx.googl\u0435.com,       true
            xn--pypal-4ve.com,        true
            paypal.com,               false
            bücher.de,                false
            пример.рф,                false
            例えばテスト.jp,             false
            """)
    void tellsNamesThatPassForOthers(String typed, boolean lookAlike) {
        assertThat(TypedName.read(typed)).isInstanceOfSatisfying(Valid.class, valid -> {
            assertThat(valid.lookAlike()).isEqualTo(lookAlike);
            assertThat(valid.symbols()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D\uDE00.de", "mx.i❤.ws", "xn--e28h.de"})
    void tellsSymbolsFromLetters(String typed) {
        assertThat(TypedName.read(typed)).isInstanceOfSatisfying(Valid.class, valid -> {
            assertThat(valid.symbols()).isTrue();
            assertThat(valid.lookAlike()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            192.0.2.1,                true
            192.0.2.1.kunde.de,       true
            0.0.0.0.de,               true
            255.255.255.255.de,       true
            256.0.2.1.de,             false
            192.0.2.kunde.de,         false
            mx.192.0.2.1.de,          false
            """)
    void tellsNamesThatStartLikeAnAddress(String typed, boolean startsLikeAddress) {
        assertThat(TypedName.read(typed))
                .isInstanceOfSatisfying(
                        Valid.class,
                        valid -> assertThat(valid.startsLikeAddress()).isEqualTo(startsLikeAddress));
    }

    /** What is shown in a form is read again when the form comes back. */
    @ParameterizedTest
    @ValueSource(strings = {"straße.de", "faß.de", "p\u0430ypal.com", "例子.测试", "mx--1.hoster.net", "\uD83D\uDE00.de"})
    void readsWhatIsShown(String typed) {
        assertThat(TypedName.read(typed))
                .isInstanceOfSatisfying(
                        Valid.class,
                        valid -> assertThat(TypedName.read(valid.name().toUnicode()))
                                .isEqualTo(valid));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a", ".", "ü", "a ", "a."})
    void isNotHeldUpByWholeBooks(String part) {
        String book = "a" + part.repeat(500_000) + "a";

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(TypedName.read(book)).isEqualTo(new Invalid(Fault.NAME_TOO_LONG)));
    }

    private static TypedName valid(String name) {
        return new Valid(DomainName.of(name), false, false);
    }
}
