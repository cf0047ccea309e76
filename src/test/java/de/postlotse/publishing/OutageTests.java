package de.postlotse.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutageTests {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
    private final Outage outage = new Outage(nanos::get);

    @Test
    void doesNotHoldUpANameServerThatAnswers() {
        assertThat(outage.isKnown()).isFalse();
        assertThat(outage.lasts()).isFalse();
        assertThat(outage.left(PAUSE)).isEqualTo(PAUSE);
    }

    @Test
    void leavesANameServerAloneForAWhileAfterAFailure() {
        outage.goesOn();

        assertThat(outage.lasts()).isTrue();
        pass(Duration.ofMillis(501));
        assertThat(outage.lasts()).isFalse();
        assertThat(outage.isKnown()).isTrue();
    }

    @Test
    void restsLongerWithEachFailureButNotForMoreThanHalfAMinute() {
        Duration first = restAfterAnotherFailure();
        Duration second = restAfterAnotherFailure();
        for (int failure = 0; failure < 40; failure++) {
            restAfterAnotherFailure();
        }

        assertThat(second).isGreaterThan(first);
        assertThat(restAfterAnotherFailure()).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(31));
    }

    @Test
    void endsAtOnceWhenSomebodyBelievesThatItIsOver() {
        outage.goesOn();

        outage.end();

        assertThat(outage.isKnown()).isFalse();
        assertThat(outage.lasts()).isFalse();
    }

    @Test
    void aSingleZoneThatCannotBeReachedIsNoOutageThatOthersWaitedFor() {
        outage.goesOn();

        assertThat(outage.end()).isFalse();
        assertThat(outage.end()).isFalse();
    }

    @Test
    void zonesHaveWaitedForTheEndOfALongOne() {
        for (int failure = 0; failure < 3; failure++) {
            restAfterAnotherFailure();
        }

        assertThat(outage.end()).isTrue();
    }

    private Duration restAfterAnotherFailure() {
        outage.goesOn();
        Duration rest = outage.left(PAUSE);
        pass(rest);
        return rest;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
