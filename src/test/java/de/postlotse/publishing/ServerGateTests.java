package de.postlotse.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ServerGateTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static final int PLACES = 4;

    private final SettableClock clock = new SettableClock();
    private final ServerGate gate = new ServerGate(clock);

    @Test
    void letsAFewWorkersToAServerAndTellsOthersToComeBackSoon() {
        for (int worker = 0; worker < PLACES; worker++) {
            assertThat(gate.enter("pdns", PLACES)).isNull();
        }

        assertThat(gate.enter("pdns", PLACES)).isBetween(NOON, NOON.plusSeconds(1));
        assertThat(gate.enter("bind", PLACES)).isNull();
    }

    @Test
    void freesThePlaceOfAWorkerThatLeft() {
        for (int worker = 0; worker < PLACES; worker++) {
            gate.enter("pdns", PLACES);
        }
        gate.leave("pdns", true);

        assertThat(gate.enter("pdns", PLACES)).isNull();
    }

    @Test
    void letsAServerThatCannotBeReachedRest() {
        gate.enter("pdns", PLACES);
        gate.leave("pdns", false);

        assertThat(gate.enter("pdns", PLACES)).isAfter(NOON);
        assertThat(gate.enter("bind", PLACES)).isNull();
    }

    @Test
    void triesAServerAgainAfterItsRestAndRestsLongerEachTime() {
        Instant first = failAt(NOON);
        Instant second = failAt(first);

        assertThat(Duration.between(first, second)).isGreaterThan(Duration.between(NOON, first));
        clock.now = second;
        assertThat(gate.enter("pdns", PLACES)).isNull();
    }

    @Test
    void neverRestsMuchLongerThanHalfAMinute() {
        Instant at = NOON;
        for (int failure = 0; failure < 30; failure++) {
            at = failAt(at);
        }

        assertThat(Duration.between(at, failAt(at))).isLessThan(Duration.ofSeconds(31));
    }

    @Test
    void forgetsEarlierFailuresOnceTheServerAnswers() {
        Instant again = failAt(failAt(failAt(NOON)));
        clock.now = again;
        gate.enter("pdns", PLACES);
        gate.leave("pdns", true);

        assertThat(Duration.between(again, failAt(again))).isLessThan(Duration.ofSeconds(1));
    }

    /** Works with the server in vain, and says when it may be tried again. */
    private Instant failAt(Instant at) {
        clock.now = at;
        assertThat(gate.enter("pdns", PLACES)).isNull();
        gate.leave("pdns", false);
        Instant again = gate.enter("pdns", PLACES);
        assertThat(again).isNotNull();
        return again == null ? at : again;
    }

    private static final class SettableClock extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
