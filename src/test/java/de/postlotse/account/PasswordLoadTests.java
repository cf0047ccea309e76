package de.postlotse.account;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.OnBothStores;
import de.postlotse.testing.RunningPostlotse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many passwords at once, and what is remembered of the right ones. */
@OnBothStores
class PasswordLoadTests {

    private static final String PASSWORD = "ein langes Passwort";
    private static final String ZONES = "/api/v1/zones";

    private final RunningPostlotse postlotse;
    private final JdbcClient store;
    private final String username = "last-" + UUID.randomUUID().toString().substring(0, 8);

    PasswordLoadTests(RunningPostlotse postlotse, JdbcClient store) {
        this.postlotse = postlotse;
        this.store = store;
        put("SUPPORT", PASSWORD);
    }

    @AfterEach
    void forgetFailures() {
        store.sql("delete from login_failure").update();
    }

    @Test
    void ofManyParallelGuessesTheRightOneDoesNotGetInBehindTheLimit() throws Exception {
        List<Answer> answers =
                parallel(60, number -> caller("geraten " + number).get(ZONES));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(401, 429));
        assertThat(answers.stream().filter(answer -> answer.status() == 401).count())
                .isLessThanOrEqualTo(LoginThrottle.FAILURES_PER_ACCOUNT);
        assertThat(answers.stream().filter(answer -> answer.status() == 429))
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isNotEmpty());
        caller(PASSWORD).get(ZONES).expect(429);
    }

    @Test
    void aProgramMayMakeManyCallsAtOnceWithItsPassword() throws Exception {
        assertThat(parallel(60, number -> caller(PASSWORD).get(ZONES)))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    }

    @Test
    void aNewPasswordEndsTheOldOneAtOnce() {
        caller(PASSWORD).get(ZONES).expect(200);

        put("SUPPORT", "ein anderes Passwort");

        caller(PASSWORD).get(ZONES).expect(401);
        caller("ein anderes Passwort").get(ZONES).expect(200);
    }

    @Test
    void otherRightsHoldAtOnce() {
        caller(PASSWORD).get(ZONES + "?q=x").expect(200);
        caller(PASSWORD).get("/api/v1/accounts").expect(404);

        put("ADMIN", null);
        caller(PASSWORD).get("/api/v1/accounts").expect(200);

        put("SUPPORT", null);
        caller(PASSWORD).get("/api/v1/accounts").expect(404);
    }

    @Test
    void anAccountThatIsGoneGetsNothing() {
        caller(PASSWORD).get(ZONES).expect(200);

        postlotse.apiByPassword("admin").delete("/api/v1/accounts/" + username).expect(204);

        caller(PASSWORD).get(ZONES).expect(401);
    }

    private ApiCaller caller(String password) {
        return postlotse.anonymous().as(username, password);
    }

    private void put(String role, @Nullable String password) {
        String json = password == null
                ? "{\"role\": \"%s\"}".formatted(role)
                : "{\"role\": \"%s\", \"password\": \"%s\"}".formatted(role, password);
        assertThat(postlotse
                        .apiByPassword("admin")
                        .put("/api/v1/accounts/" + username, json)
                        .status())
                .isIn(200, 201);
    }

    private static List<Answer> parallel(int times, Function<Integer, Answer> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Callable<Answer>> calls = IntStream.range(0, times)
                    .<Callable<Answer>>mapToObj(number -> () -> call.apply(number))
                    .toList();
            List<Future<Answer>> done = threads.invokeAll(calls);
            return done.stream().map(Future::resultNow).toList();
        }
    }
}
