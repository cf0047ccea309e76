package de.postlotse.desk.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingCursorTests {

    @Test
    void isReadAsItIsWritten() {
        FindingCursor place = new FindingCursor(3, Instant.parse("2026-11-23T12:00:00.123456Z"), 42, "mx_1.example");

        assertThat(FindingCursor.read(place.toString())).hasValue(place);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "1", "1_2_3", "a_2_3_", "-1_2_3_", "1_9999999999999999999_3_", "1_2_' or 1 = 1_", "١_٢_٣_"})
    void anythingElseIsNoPlace(String text) {
        assertThat(FindingCursor.read(text)).isEmpty();
    }
}
