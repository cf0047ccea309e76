package de.postlotse.publishing.powerdns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a serial was raised, by the rules of PowerDNS (SOA-EDIT-API). */
class ZoneSerialTests {

    @ParameterizedTest
    @CsvSource({
        "DEFAULT,  2026113001, 2026113002, 1",
        "DEFAULT,  2026113001, 2026113003, 2",
        "DEFAULT,  1,          2026113001, 1",
        "DEFAULT,  2026112907, 2026113001, 1",
        "DEFAULT,  2026112907, 2026113002, 2",
        "DEFAULT,  2026112907, 2026112907, 0",
        "default,  4294967295, 0,          1",
        "DEFAULT,  4294967295, 1,          1",
        "DEFAULT,  4294967295, 2026113001, 1",
        "DEFAULT,  2026113099, 2026113100, 1",
        "DEFAULT,  2026113099, 2026113101, 2",
        "DEFAULT,  3000000000, 3000000001, 1",
        "INCREASE, 7,          8,          1",
        "INCREASE, 7,          9,          2",
        "INCREASE, 1,          2026113001, 2026113000",
        "EPOCH,    1700000000, 1700000500, 0"
    })
    void countsTheChanges(String rule, long before, long after, long changes) {
        assertThat(new ZoneSerial(before, rule).raisesUntil(new ZoneSerial(after, rule)))
                .isEqualTo(changes);
    }
}
