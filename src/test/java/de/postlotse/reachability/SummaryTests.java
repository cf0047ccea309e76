package de.postlotse.reachability;

import static de.postlotse.reachability.TestOutcome.Summary.ANSWERS_WITH_REMARKS;
import static de.postlotse.reachability.TestOutcome.Summary.BLOCKED_OR_SILENT;
import static de.postlotse.reachability.TestOutcome.Summary.DOES_NOT_ANSWER;
import static de.postlotse.reachability.TestOutcome.Summary.PARTLY;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.reachability.TestOutcome.Summary;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All addresses of a server in one word. */
class SummaryTests {

    private static final ConnectAttempt TIMED_OUT = new ConnectAttempt.TimedOut();
    private static final ConnectAttempt NO_ROUTE = new ConnectAttempt.NoRoute();
    private static final ConnectAttempt REFUSED = new ConnectAttempt.Refused();
    private static final ConnectAttempt PLAIN =
            new ConnectAttempt.Answered("220", new ConnectAttempt.Encryption.NotOffered());

    static Stream<Arguments> attempts() {
        return Stream.of(
                Arguments.of(List.of(TIMED_OUT), BLOCKED_OR_SILENT),
                Arguments.of(List.of(TIMED_OUT, NO_ROUTE), BLOCKED_OR_SILENT),
                Arguments.of(List.of(NO_ROUTE), BLOCKED_OR_SILENT),
                Arguments.of(List.of(REFUSED, TIMED_OUT), DOES_NOT_ANSWER),
                Arguments.of(List.of(new ConnectAttempt.GreetingRefused("554")), DOES_NOT_ANSWER),
                Arguments.of(List.of(PLAIN, TIMED_OUT), PARTLY),
                Arguments.of(List.of(PLAIN, NO_ROUTE), ANSWERS_WITH_REMARKS),
                Arguments.of(List.of(PLAIN), ANSWERS_WITH_REMARKS));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void sumsUp(List<ConnectAttempt> attempts, Summary summary) {
        assertThat(Summary.of(attempts)).isEqualTo(summary);
    }
}
