package de.postlotse.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the throttle promises, whichever store keeps its counts. */
abstract class LoginThrottleContract {

    private static final String ADDRESS = "192.0.2.1";

    private final LoginThrottle throttle;

    LoginThrottleContract(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    @Test
    void pausesAnAccountAfterFiveFailuresFromAnAddress() {
        fail("anna", 4);
        assertThat(throttle.isPaused("anna", ADDRESS)).isFalse();

        fail("anna", 1);

        assertThat(throttle.isPaused("anna", ADDRESS)).isTrue();
        assertThat(throttle.isPaused("anna", "192.0.2.2")).isFalse();
        assertThat(throttle.isPaused("berta", ADDRESS)).isFalse();
    }

    @Test
    void forgetsFailuresWithALogIn() {
        fail("clara", 5);

        throttle.succeeded("clara", ADDRESS);

        assertThat(throttle.isPaused("clara", ADDRESS)).isFalse();
    }

    @Test
    void countsFirstFailuresOfTheSameMomentAll() throws Exception {
        int together = LoginThrottle.FAILURES_PER_ACCOUNT;
        CyclicBarrier start = new CyclicBarrier(together);
        Callable<Boolean> failure = () -> {
            start.await();
            throttle.failed("doris", "192.0.2.3");
            return true;
        };
        try (ExecutorService guessers = Executors.newFixedThreadPool(together)) {
            for (var counted : guessers.invokeAll(
                    IntStream.range(0, together).mapToObj(number -> failure).toList())) {
                assertThat(counted.get()).isTrue();
            }
        }

        assertThat(throttle.isPaused("doris", "192.0.2.3")).isTrue();
    }

    private void fail(String username, int times) {
        IntStream.range(0, times).forEach(time -> throttle.failed(username, ADDRESS));
    }
}
