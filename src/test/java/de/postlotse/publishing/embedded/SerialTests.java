package de.postlotse.publishing.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialTests {

    @ParameterizedTest
    @CsvSource({
        // the date form where that is an increase
        "1, 2026-11-23, 2026112301",
        "2026112299, 2026-11-23, 2026112301",
        "2026112300, 2026-11-23, 2026112301",
        // one more where the date has been used, or lies behind
        "2026112301, 2026-11-23, 2026112302",
        "2026112399, 2026-11-23, 2026112400",
        "2026112401, 2026-11-23, 2026112402",
        "2147483648, 2026-11-23, 2147483649",
        // RFC 1982: it wraps around, and more than half the circle ahead is behind
        "4294967295, 2026-11-23, 2026112301",
        "4173595948, 2026-11-23, 4173595949",
        "4173595949, 2026-11-23, 4173595950",
        "4173595950, 2026-11-23, 2026112301",
        "0, 2026-11-23, 2026112301",
        // the date form ends where 32 bits do
        "3000000000, 4294-12-31, 4294123101",
    })
    void raisesTheSerial(long serial, LocalDate today, long expected) {
        // RFC 1982 §3.2 does not say which of two serials half the circle apart is newer; so they are never used.
        assertThat(Serial.after(serial, today))
                .isEqualTo(expected)
                .satisfies(next -> assertThat(Serial.isIncrease(serial, next)).isTrue());
    }
}
