package de.postlotse.mailpath;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How text is broken for the picture. */
class WrappedTests {

    @Test
    void shortTextStaysOnOneLine() {
        assertThat(Wrapped.lines("mx1.hoster.net")).containsExactly("mx1.hoster.net");
    }

    @Test
    void breaksBetweenWords() {
        assertThat(Wrapped.lines("übersprungen: Mit dieser Adresse erreicht jeder Absender sich selbst"))
                .containsExactly("übersprungen: Mit dieser Adresse", "erreicht jeder Absender sich selbst");
    }

    @Test
    void breaksLongNamesBehindADotAndLosesNothing() {
        String name = "a-very-long-server-name.in-a-long.department.of.a.customer.example";

        assertThat(Wrapped.lines(name))
                .startsWith("a-very-long-server-name.in-a-long.")
                .satisfies(lines -> assertThat(String.join("", lines)).isEqualTo(name));
    }

    @Test
    void breaksNamesWithoutAnySign() {
        assertThat(Wrapped.lines("x".repeat(63))).containsExactly("x".repeat(36), "x".repeat(27));
    }

    @Test
    void wideLettersTakeTwoPlaces() {
        assertThat(Wrapped.lines("邮".repeat(20))).containsExactly("邮".repeat(18), "邮".repeat(2));
    }
}
