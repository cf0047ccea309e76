package de.postlotse.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TtlTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 60, Integer.MAX_VALUE})
    void takesSecondsOf31Bits(int seconds) {
        assertThat(new Ttl(seconds)).hasToString(Integer.toString(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void refusesNegativeSeconds(int seconds) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ttl(seconds));
    }

    @Test
    void isADuration() {
        assertThat(new Ttl(3_600).duration()).isEqualTo(Duration.ofHours(1));
    }
}
