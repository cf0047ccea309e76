package de.postlotse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import de.postlotse.dns.Preference;
import de.postlotse.dns.Ttl;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTests {

    private static final Preference PROPOSED_PREFERENCE = new Preference(20);
    private static final Ttl PROPOSED_TTL = new Ttl(7_200);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            0,                          0
            10,                         10
            " 10\u00A0",                10
            \u200B10,                   10
            010,                        10
            65535,                      65535
            00000000000000000065535,    65535
            """)
    void takesPriorities(String typed, int priority) {
        assertThat(preference(typed)).isEqualTo(ParsedField.of(new Preference(priority)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "65546", "4294967306", "18446744073709551626", "99999999999999999999999999999999"})
    void refusesPrioritiesThatDoNotFit(String typed) {
        assertThat(preference(typed).valueOrNull()).isNull();
        assertThat(preference(typed).findings())
                .singleElement()
                .returns("priority-out-of-range", Finding::code)
                .returns(Finding.Severity.ERROR, Finding::severity)
                .returns(Finding.Field.PRIORITY, Finding::field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 0",
                "10 20",
                "1\u00A00",
                "0x10",
                "#10",
                "+10",
                "-1",
                "-0",
                "٦٠",
                "６０",
                "59.9",
                "60,0",
                "6e1",
                "1_000",
                "1'000",
                "10.",
                "ten",
                "½",
                "10\u2028",
                "10\u0000",
                "10\u202C"
            })
    void refusesWhatIsNotOnlyDigits(String typed) {
        assertThat(preference(typed).valueOrNull()).isNull();
        assertThat(preference(typed).findings())
                .singleElement()
                .returns("priority-not-a-number", Finding::code)
                .returns(Finding.Field.PRIORITY, Finding::field);
        assertThat(ttl(typed).valueOrNull()).isNull();
        assertThat(ttl(typed).findings())
                .singleElement()
                .returns("ttl-not-a-number", Finding::code)
                .returns(Finding.Field.TTL, Finding::field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u00A0", "\u200B"})
    void takesTheProposalForABlank(String typed) {
        assertThat(preference(typed)).isEqualTo(ParsedField.of(PROPOSED_PREFERENCE));
        assertThat(ttl(typed)).isEqualTo(ParsedField.of(PROPOSED_TTL));
    }

    @ParameterizedTest
    @CsvSource({"60,60", "0060,60", " 3600 ,3600", "604799,604799", "604800,604800"})
    void takesTtls(String typed, int seconds) {
        assertThat(ttl(typed)).isEqualTo(ParsedField.of(new Ttl(seconds)));
    }

    @ParameterizedTest
    @CsvSource({
        "1h,3600",
        "1 Stunde,3600",
        "2 Std.,7200",
        "½ h,1800",
        "90 min,5400",
        "1h30m,5400",
        "1 Tag,86400",
        "1d,86400",
        "60s,60"
    })
    void takesTtlsWithAUnit(String typed, int seconds) {
        assertThat(ttl(typed)).isEqualTo(ParsedField.of(new Ttl(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x", "h", "1h 5", "1,5 h", "1h\u2028", "3600 (1 h)", "1.h0"})
    void refusesUnitsThatSayNothing(String typed) {
        assertThat(ttl(typed).findings()).singleElement().returns("ttl-not-a-number", Finding::code);
    }

    @ParameterizedTest
    @CsvSource({"3.600, 3600", "86'400, 86400", "'1,209,600', 1209600"})
    void proposesATtlWithoutWhatPartsItsThousands(String typed, String proposed) {
        assertThat(ttl(typed).findings())
                .singleElement()
                .returns("ttl-not-a-number", Finding::code)
                .returns(proposed, Finding::suggestion);
    }

    @Test
    void refusesATtlUnderAMinuteWithAUnit() {
        assertThat(ttl("59s").findings()).singleElement().returns("ttl-too-short", Finding::code);
    }

    @ParameterizedTest
    @CsvSource({"604801,604801,7", "691200,691200,8", "2147483647,2147483647,24855"})
    void warnsOfTtlsOverAWeek(String typed, int seconds, int days) {
        assertThat(ttl(typed).valueOrNull()).isEqualTo(new Ttl(seconds));
        assertThat(ttl(typed).findings()).containsExactly(Finding.warning(Finding.Field.TTL, "ttl-very-long", days));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,                                   ttl-too-short,      60
            1,                                   ttl-too-short,      60
            59,                                  ttl-too-short,      60
            0000000000000000000059,              ttl-too-short,      60
            2147483648,                          ttl-out-of-range,
            4294967356,                          ttl-out-of-range,
            18446744073709551676,                ttl-out-of-range,
            99999999999999999999999999999999,    ttl-out-of-range,
            """)
    void refusesTtlsOutOfRange(String typed, String code, String suggestion) {
        assertThat(ttl(typed).valueOrNull()).isNull();
        assertThat(ttl(typed).findings())
                .singleElement()
                .returns(code, Finding::code)
                .returns(Finding.Severity.ERROR, Finding::severity)
                .returns(suggestion, Finding::suggestion);
    }

    @Test
    void isNotHeldUpByMillionsOfDigits() {
        String book = "9".repeat(2_000_000);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(preference(book).findings()).hasSize(1);
            assertThat(ttl(book).findings()).hasSize(1);
            assertThat(preference("0".repeat(2_000_000) + "10").valueOrNull()).isEqualTo(new Preference(10));
        });
    }

    private static ParsedField<Preference> preference(String typed) {
        return NumberReader.preference(typed, PROPOSED_PREFERENCE);
    }

    private static ParsedField<Ttl> ttl(String typed) {
        return NumberReader.ttl(typed, PROPOSED_TTL);
    }
}
