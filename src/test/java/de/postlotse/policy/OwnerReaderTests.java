package de.postlotse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import de.postlotse.dns.DomainName;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerReaderTests {

    private static final DomainName ZONE = DomainName.of("kunde.de");

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B", "@", " @ ", "kunde.de", "Kunde.DE.", "kunde.de\u3002"})
    void takesTheDomainItself(String typed) {
        assertThat(read(typed)).isEqualTo(ParsedField.of(ZONE));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            shop,                      shop.kunde.de
            SHOP,                      shop.kunde.de
            a.shop,                    a.shop.kunde.de
            shop.kunde.de,             shop.kunde.de
            shop.kunde.de.,            shop.kunde.de
            shop。kunde。de。,          shop.kunde.de
            kunde,                     kunde.kunde.de
            kunde.com,                 kunde.com.kunde.de
            bücher,                    xn--bcher-kva.kunde.de
            straße.kunde.de,           xn--strae-oqa.kunde.de
            shop--1,                   shop--1.kunde.de
            24,                        24.kunde.de
            """)
    void takesNamesInTheZone(String typed, String owner) {
        assertThat(read(typed)).isEqualTo(ParsedField.of(DomainName.of(owner)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            *,                         *.kunde.de
            *.kunde.de,                *.kunde.de
            *.kunde.de.,               *.kunde.de
            *.shop,                    *.shop.kunde.de
            *.Shop.kunde.de.,          *.shop.kunde.de
            *.bücher,                  *.xn--bcher-kva.kunde.de
            """)
    void takesAWildcardAsTheLeftmostLabel(String typed, String owner) {
        assertThat(read(typed)).isEqualTo(ParsedField.of(DomainName.of(owner)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.*", "a.*.kunde.de", "*.*", "**", "a*", "*a.kunde.de"})
    void refusesAWildcardAnywhereElse(String typed) {
        assertThat(error(typed)).returns("owner-wildcard-not-leftmost", Finding::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"straße.de", "straße.de.", "xn--strae-oqa.de", "shop.straße.de", "shop.xn--strae-oqa.de."})
    void knowsAZoneWithOtherLettersInBothForms(String typed) {
        DomainName zone = DomainName.of("xn--strae-oqa.de");

        assertThat(OwnerReader.read(typed, zone).value())
                .hasValueSatisfying(owner -> assertThat(owner.relativeTo(zone)).isIn("@", "shop"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            nichtkunde.de.,
            nichtkunde.de。,
            www.hoster.net.,
            *.hoster.net.,
            de.,                       de
            shop.,                     shop
            *.shop.,                   *.shop
            """)
    void refusesFullNamesOutsideOfTheZone(String typed, String suggestion) {
        assertThat(error(typed)).returns("owner-outside-zone", Finding::code).returns(suggestion, Finding::suggestion);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            kunde.de.kunde.de,         @
            shop.kunde.de.kunde.de,    shop
            shop.kunde.de.kunde.de.,   shop
            *.kunde.de.kunde.de,       *
            *.shop.kunde.de.kunde.de,  *.shop
            """)
    void refusesTheDoubledZoneAndSuggestsTheNameWithItOnce(String typed, String suggestion) {
        assertThat(error(typed)).returns("owner-doubled-zone", Finding::code).returns(suggestion, Finding::suggestion);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            .,                         owner-empty-label
            。,                        owner-empty-label
            *.,                        owner-empty-label
            a..b,                      owner-empty-label
            .shop,                     owner-empty-label
            _dmarc,                    owner-underscore
            -shop,                     owner-hyphen
            xn--a,                     owner-idn-invalid
            shop laden,                owner-invalid-character
            \u202Eshop,                owner-invalid-character
            """)
    void refusesWhatIsNoName(String typed, String code) {
        assertThat(error(typed))
                .returns(code, Finding::code)
                .returns(Finding.Severity.ERROR, Finding::severity)
                .returns(Finding.Field.OWNER, Finding::field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop\u2028", "\u2029shop", "shop\u0000", "\u200Eshop", "sh\u200Cop"})
    void refusesHiddenCharacters(String typed) {
        assertThat(error(typed)).returns("owner-invalid-character", Finding::code);
    }

    @Test
    void refusesNamesThatAreTooLongTogetherWithTheZone() {
        String fits = "a.".repeat(121) + "aa";

        assertThat(read(fits).value()).isPresent();
        assertThat(error(fits + "a")).returns("owner-too-long", Finding::code);
        assertThat(error("*." + fits)).returns("owner-too-long", Finding::code);
        assertThat(error("a".repeat(64))).returns("owner-label-too-long", Finding::code);
    }

    @Test
    void findsTheNameInAPastedMailAddress() {
        assertThat(error("info@shop.kunde.de")).returns("shop.kunde.de", Finding::suggestion);
    }

    /** Clicked, it would become hoster.net.kunde.de. */
    @ParameterizedTest
    @ValueSource(strings = {"info@hoster.net", "https://www.nichtkunde.de/"})
    void suggestsNothingOutsideOfTheZone(String typed) {
        assertThat(error(typed)).returns(null, Finding::suggestion);
    }

    @Test
    void warnsOfAnAddress() {
        assertThat(read("192.0.2.1").value()).contains(DomainName.of("192.0.2.1.kunde.de"));
        assertThat(read("192.0.2.1").findings())
                .singleElement()
                .returns("owner-looks-like-address", Finding::code)
                .returns(Finding.Severity.WARNING, Finding::severity);
    }

    @Test
    void warnsOfWhatLooksLikeAnotherDomain() {
        assertThat(read("nichtkunde.de").value()).contains(DomainName.of("nichtkunde.de.kunde.de"));
        assertThat(read("nichtkunde.de").findings())
                .singleElement()
                .returns("owner-looks-like-other-domain", Finding::code)
                .returns(Finding.Severity.WARNING, Finding::severity);
        assertThat(read("shop.filiale").findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a://", "a@", "1 ", "*.", "<"})
    void isNotHeldUpByWholeBooks(String part) {
        String book = part.repeat(300_000) + " b";

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> error(book)))
                .returns(null, Finding::suggestion);
    }

    private static ParsedField<DomainName> read(String typed) {
        return OwnerReader.read(typed, ZONE);
    }

    private static Finding error(String typed) {
        ParsedField<DomainName> reading = read(typed);
        assertThat(reading.value()).isEmpty();
        assertThat(reading.findings()).hasSize(1);
        return reading.findings().getFirst();
    }
}
