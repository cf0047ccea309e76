package de.postlotse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type into the field of the server besides its name. */
class RecordInTargetTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            50 mx3.example.net                       | mx3.example.net | 50 | -
            50 mx3.example.net.                      | mx3.example.net | 50 | -
            MX 10 mx.example.net                     | mx.example.net  | 10 | -
            MX: 10 mx.example.net                    | mx.example.net  | 10 | -
            IN MX 10 mx.example.net.                 | mx.example.net  | 10 | -
            @ MX 10 mx.example.net                   | mx.example.net  | 10 | -
            @ 3600 IN MX 10 mx1.example.net.         | mx1.example.net | 10 | 3600
            kunde.de. IN 3600 MX 10 mx1.example.net. | mx1.example.net | 10 | 3600
            kunde.de. 1h IN MX 10 mx1.example.net.   | mx1.example.net | 10 | 3600
            kunde.de. 0 MX 1 mx1.example.net.        | mx1.example.net | 1  | -
            mx.example.net (Prio 10)                 | mx.example.net  | 10 | -
            mx.example.net (10)                      | mx.example.net  | 10 | -
            mx.example.net, priority 10              | mx.example.net  | 10 | -
            mx.example.net; Priorität: 10            | mx.example.net  | 10 | -
            mx.example.net – Priorität 10            | mx.example.net  | 10 | -
            mx.example.net mit Priorität 10          | mx.example.net  | 10 | -
            mx.example.net 10                        | mx.example.net  | 10 | -
            Prio 10: mx.example.net                  | mx.example.net  | 10 | -
            Mailserver: mx.example.net               | mx.example.net  | -  | -
            99999 mx.example.net                     | mx.example.net  | -  | -
            """)
    void isUnderstoodWithItsNumbers(String typed, String host, String priority, String ttl) {
        RecordInTarget read = RecordInTarget.in(typed).orElseThrow();

        assertThat(read.host()).hasToString(host);
        assertThat(read.priority().orElse(null)).isEqualTo(priority);
        assertThat(read.ttl().orElse(null)).isEqualTo(ttl);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.example.net",
                "mx.example.net:25",
                "<mx.example.net>",
                "10 mx1",
                "10 192.0.2.1",
                "info@example.net",
                "Hier steht nichts",
                "mx1.example.net mx2.example.net"
            })
    void isNoneWhereTheTextSaysAnythingElse(String typed) {
        assertThat(RecordInTarget.in(typed)).isEmpty();
    }

    @Test
    void asksOnlyAboutNumbersThatDifferFromTheirFields() {
        RecordInTarget read =
                RecordInTarget.in("@ 7200 IN MX 50 mx.example.net.").orElseThrow();

        assertThat(read.questions("50", "7200")).isEmpty();
        assertThat(read.questions("20", "7200"))
                .singleElement()
                .returns("priority-in-target", Finding::code)
                .returns("50", Finding::suggestion);
        assertThat(read.questions("50", ""))
                .singleElement()
                .returns("ttl-in-target", Finding::code)
                .returns("7200", Finding::suggestion);
    }
}
