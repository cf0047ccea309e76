package de.postlotse.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTests {

    private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "9, 256", "10, 300", "1000, 300"})
    void doublesEachPauseUntilTheLongest(int failures, int seconds) {
        assertThat(backOff.after(failures)).hasSeconds(seconds);
    }
}
