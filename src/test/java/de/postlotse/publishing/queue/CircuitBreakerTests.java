package de.postlotse.publishing.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTests {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
    private final CircuitBreaker breaker = new CircuitBreaker(nanos::get);

    @Test
    void doesNotHoldUpANameServerThatAnswers() {
        assertThat(breaker.hasFailed()).isFalse();
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.remaining(PAUSE)).isEqualTo(PAUSE);
    }

    @Test
    void leavesANameServerAloneForAWhileAfterAFailure() {
        breaker.open();

        assertThat(breaker.isOpen()).isTrue();
        pass(Duration.ofMillis(501));
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.hasFailed()).isTrue();
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
        breaker.open();

        breaker.close();

        assertThat(breaker.hasFailed()).isFalse();
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void aSingleZoneThatCannotBeReachedIsNoOutageThatOthersWaitedFor() {
        breaker.open();

        assertThat(breaker.close()).isFalse();
        assertThat(breaker.close()).isFalse();
    }

    @Test
    void zonesHaveWaitedForTheEndOfALongOne() {
        for (int failure = 0; failure < 3; failure++) {
            restAfterAnotherFailure();
        }

        assertThat(breaker.close()).isTrue();
    }

    private Duration restAfterAnotherFailure() {
        breaker.open();
        Duration rest = breaker.remaining(PAUSE);
        pass(rest);
        return rest;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
