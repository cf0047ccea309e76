package de.postlotse.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 65_535})
    void takesUnsignedNumbersOf16Bits(int value) {
        assertThat(new Preference(value)).hasToString(Integer.toString(value));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void refusesOtherNumbers(int value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Preference(value));
    }

    @Test
    void comparesNumbersNotText() {
        assertThat(new Preference(9)).isLessThan(new Preference(10));
    }
}
