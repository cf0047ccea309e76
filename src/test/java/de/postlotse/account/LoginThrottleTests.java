package de.postlotse.account;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.OnBothStores;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the throttle promises, whichever store keeps its counts. */
@OnBothStores(atRest = true)
record LoginThrottleTests(LoginThrottle throttle) {

    private static final String ADDRESS = "192.0.2.1";

    @Test
    void pausesAnAccountAfterFiveFailuresFromAnAddress() {
        fail("anna", 4);
        assertThat(throttle.pause("anna", ADDRESS)).isZero();

        fail("anna", 1);

        assertThat(throttle.pause("anna", ADDRESS)).isPositive();
        assertThat(throttle.pause("anna", "192.0.2.2")).isZero();
        assertThat(throttle.pause("berta", ADDRESS)).isZero();
    }

    @Test
    void forgetsFailuresWithALogIn() {
        fail("clara", 5);

        throttle.succeeded("clara", ADDRESS);

        assertThat(throttle.pause("clara", ADDRESS)).isZero();
    }

    @Test
    void ofAHundredGuessesAtTheSameMomentFiveAreLookedAt() throws Exception {
        int together = 100;
        CyclicBarrier start = new CyclicBarrier(together);
        Callable<Boolean> guess = () -> {
            start.await();
            return throttle.reserve("doris", "192.0.2.3").isZero();
        };
        int lookedAt = 0;
        try (ExecutorService guessers = Executors.newFixedThreadPool(together)) {
            for (var reserved : guessers.invokeAll(
                    IntStream.range(0, together).mapToObj(number -> guess).toList())) {
                lookedAt += reserved.get() ? 1 : 0;
            }
        }

        assertThat(lookedAt).isEqualTo(LoginThrottle.FAILURES_PER_ACCOUNT);
        assertThat(throttle.pause("doris", "192.0.2.3")).isPositive();
    }

    @Test
    void anAttemptThatCouldNotBeLookedAtIsGivenBack() {
        fail("emil", 4);
        assertThat(throttle.reserve("emil", ADDRESS)).isZero();

        throttle.giveBack("emil", ADDRESS);

        assertThat(throttle.pause("emil", ADDRESS)).isZero();
    }

    @Test
    void aLogInDoesNotWipeOutWhatTheAddressFailedWithOtherAccounts() {
        IntStream.range(0, LoginThrottle.FAILURES_PER_ADDRESS - 1)
                .forEach(number -> throttle.reserve("f" + number, "192.0.2.4"));

        assertThat(throttle.reserve("frieda", "192.0.2.4")).isZero();
        throttle.succeeded("frieda", "192.0.2.4");
        assertThat(throttle.reserve("frieda", "192.0.2.4")).isZero();
        assertThat(throttle.reserve("gustav", "192.0.2.4")).isPositive();
    }

    private void fail(String username, int times) {
        IntStream.range(0, times).forEach(time -> throttle.reserve(username, ADDRESS));
    }
}
