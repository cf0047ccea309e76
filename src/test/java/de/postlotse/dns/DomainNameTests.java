package de.postlotse.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Name;

class DomainNameTests {

    private static final DomainName ZONE = DomainName.of("kunde.de");

    @ParameterizedTest
    @CsvSource(textBlock = """
            kunde.de,           kunde.de
            kunde.de.,          kunde.de
            KUNDE.De,           kunde.de
            XN--STRAE-OQA.de,   xn--strae-oqa.de
            _dmarc.kunde.de,    _dmarc.kunde.de
            *.Kunde.de.,        *.kunde.de
            .,                  .
            """)
    void hasOneForm(String text, String form) {
        assertThat(DomainName.of(text)).hasToString(form);
        assertThat(DomainName.of(text)).isEqualTo(DomainName.of(form)).hasSameHashCodeAs(DomainName.of(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", ".kunde.de", "straße.de", "\u212Aunde.de", "bad\\", "a\\256.de"})
    void refusesWhatIsNoName(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DomainName.of(text));
    }

    @Test
    void countsOctets() {
        String name253 = "a.".repeat(126) + "a";

        assertThat(DomainName.of(name253)).hasToString(name253);
        assertThatIllegalArgumentException().isThrownBy(() -> DomainName.of(name253 + "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> DomainName.of("a".repeat(64) + ".de"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DomainName.of(name253).child("b"));
    }

    @Test
    void takesOnlyAbsoluteNamesOfTheLibrary() throws Exception {
        assertThat(DomainName.of(Name.fromString("WWW.Kunde.de."))).isEqualTo(DomainName.of("www.kunde.de"));
        assertThat(DomainName.of(Name.root)).isEqualTo(DomainName.ROOT);
        Name relative = Name.fromString("www");
        assertThatIllegalArgumentException().isThrownBy(() -> DomainName.of(relative));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            kunde.de,           true,  false
            www.kunde.de,       true,  true
            a.b.kunde.de,       true,  true
            nichtkunde.de,      false, false
            de,                 false, false
            kunde.de.example,   false, false
            .,                  false, false
            """)
    void comparesLabelsNotCharacters(String name, boolean atOrBelow, boolean below) {
        assertThat(DomainName.of(name).isAtOrBelow(ZONE)).isEqualTo(atOrBelow);
        assertThat(DomainName.of(name).isBelow(ZONE)).isEqualTo(below);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            kunde.de,         @
            www.kunde.de,     www
            *.kunde.de,       *
            a.b.kunde.de,     a.b
            nichtkunde.de,    nichtkunde.de.
            """)
    void isWrittenRelativeToItsZone(String name, String relative) {
        assertThat(DomainName.of(name).relativeTo(ZONE)).isEqualTo(relative);
    }

    @ParameterizedTest
    @CsvSource({"*.kunde.de,true", "*,true", "a*.kunde.de,false", "www.*.kunde.de,false", "kunde.de,false"})
    void isAWildcardByItsLeftmostLabel(String name, boolean wildcard) {
        assertThat(DomainName.of(name).isWildcard()).isEqualTo(wildcard);
    }

    @Test
    void goesUpAndDown() {
        assertThat(DomainName.of("a.kunde.de").parent()).isEqualTo(ZONE);
        assertThat(DomainName.of("de").parent()).isEqualTo(DomainName.ROOT);
        assertThat(ZONE.child("B.A")).isEqualTo(DomainName.of("b.a.kunde.de"));
        assertThatIllegalStateException().isThrownBy(DomainName.ROOT::parent);
        assertThatIllegalArgumentException().isThrownBy(() -> ZONE.child("a..b"));
        assertThatIllegalArgumentException().isThrownBy(() -> ZONE.child("ü"));
    }

    @Test
    void hasLabels() {
        assertThat(DomainName.of("a.kunde.de").labels()).containsExactly("a", "kunde", "de");
        assertThat(DomainName.ROOT.labels()).isEmpty();
    }

    @Test
    void isSortedFromTheRightmostLabel() {
        assertThat(Stream.of("b.de", "a.b.de", "z.a.de", "a.de")
                        .map(DomainName::of)
                        .sorted())
                .hasToString("[a.de, z.a.de, b.de, a.b.de]");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            xn--strae-oqa.de,             straße.de
            xn--bcher-kva.de,             bücher.de
            mx.xn--fa-hia.de,             mx.faß.de
            xn--fsqu00a.xn--0zwm56d,      例子.测试
            xn--e1afmkfd.xn--p1ai,        пример.рф
            kunde.de,                     kunde.de
            .,                            .
            """)
    void isShownInTheLettersOfItsLanguage(String name, String shown) {
        assertThat(DomainName.of(name).toUnicode()).isEqualTo(shown);
    }

    /** With a Cyrillic а or е among Latin letters the U-label would look exactly like another name. */
    @ParameterizedTest
    @ValueSource(strings = {"xn--pypal-4ve.com", "xn--googl-3we.com", "mx.xn--pypal-4ve.com"})
    void isShownAsItIsWhereItWouldPassForAnotherName(String lookAlike) {
        assertThat(DomainName.of(lookAlike).toUnicode()).isEqualTo(lookAlike);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xn--a.de", "xn--a-ecp.ru", "xn--.de", "xn--99999999999.de", "_x.kunde.de", "a\\032b.de"})
    void isShownAsItIsWhereItHasNoOtherForm(String broken) {
        assertThat(DomainName.of(broken).toUnicode()).isEqualTo(broken);
    }
}
