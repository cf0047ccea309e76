package de.postlotse.account;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts as a hoster's customer centre keeps them by program. */
@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class AccountApiTests {

    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String PASSWORD = "ein langes Passwort";
    private static final AtomicInteger LAST = new AtomicInteger();

    private final RunningPostlotse postlotse;
    private final JdbcClient store;
    private final ApiCaller admin;
    private final String name = "programm-" + LAST.incrementAndGet();

    AccountApiTests(RunningPostlotse postlotse, JdbcClient store) {
        this.postlotse = postlotse;
        this.store = store;
        this.admin = postlotse.apiByPassword("admin");
    }

    @AfterEach
    void removeTheAccounts() {
        store.sql("delete from account where username like 'programm-%'").update();
    }

    @Test
    void createsAnAccountChangesItAndDeletesIt() {
        Answer created = put(name, "CUSTOMER", "10001", PASSWORD).expect(201);
        assertThat(created.header("Location")).endsWith(ACCOUNTS + "/" + name);
        own(PASSWORD).get("/api/v1/zones").expect(200);

        Answer changed =
                admin.put(ACCOUNTS + "/" + name, "{\"role\": \"SUPPORT\"}").expect(200);
        assertThat(admin.get(ACCOUNTS + "/" + name).json()).isEqualTo(changed.json());
        assertThat(changed.text("/username")).isEqualTo(name);
        assertThat(changed.text("/role")).isEqualTo("SUPPORT");
        assertThat(changed.json().at("/customer").isNull()).isTrue();
        assertThat(changed.json().at("/email").isNull()).isTrue();
        Answer written = admin.put(ACCOUNTS + "/" + name, "{\"role\": \"SUPPORT\", \"email\": \"a@kunde.example\"}");
        assertThat(written.text("/email")).isEqualTo("a@kunde.example");

        admin.delete(ACCOUNTS + "/" + name).expect(204);
        own(PASSWORD).get("/api/v1/zones").expect(401);
        assertThat(admin.get(ACCOUNTS + "/" + name).text("/code")).isEqualTo("no-such-account");
        admin.delete(ACCOUNTS + "/" + name).expect(404);
    }

    @Test
    void userNamesDoNotDifferByUpperCase() {
        assertThat(put(name.toUpperCase(Locale.ROOT), "SUPPORT", "", PASSWORD).text("/username"))
                .isEqualTo(name);
        put(name, "SUPPORT", "", "").expect(200);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            programm-x%20y, SUPPORT,  '',    ein langes Passwort, username-wrong,    username
            programm-x,     BOSS,     '',    ein langes Passwort, role-wrong,        role
            programm-x,     CUSTOMER, '',    ein langes Passwort, customer-missing,  customer
            programm-x,     CUSTOMER, ä,     ein langes Passwort, customer-wrong,    customer
            programm-x,     SUPPORT,  10001, ein langes Passwort, customer-of-staff, customer
            programm-x,     SUPPORT,  '',    '',                  password-missing,  password
            programm-x,     SUPPORT,  '',    zu kurz,             password-short,    password
            """)
    void saysWhatIsWrongWithWhichField(
            String username, String role, String customer, String password, String code, String field) {
        Answer answer = put(username, role, customer, password).expect(422);

        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/code")).isEqualTo(code);
        assertThat(answer.text("/field")).isEqualTo(field);
        assertThat(answer.text("/detail")).isNotBlank();
        assertThat(answer.texts("/problems", "code")).containsExactly(code);
    }

    @Test
    void saysAllThatIsWrongInTheLanguageOfTheCaller() {
        Answer answer = admin.with("Accept-Language", "en").put(ACCOUNTS + "/" + name, "{}");

        assertThat(answer.texts("/problems", "code")).containsExactly("role-wrong", "password-missing");
        assertThat(answer.texts("/problems", "message"))
                .containsExactly("Please choose a role.", "Please enter a password.");
    }

    @Test
    void refusesToTakeTheLastAdmin() {
        List<Answer> refused =
                List.of(admin.delete(ACCOUNTS + "/admin"), admin.put(ACCOUNTS + "/admin", "{\"role\": \"SUPPORT\"}"));

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text("/code")).isEqualTo("last-admin");
        });
        assertThat(admin.get(ACCOUNTS + "/admin").text("/role")).isEqualTo("ADMIN");
    }

    @Test
    void refusesAccountsToTokens() {
        put(name, "ADMIN", "", PASSWORD);
        ApiCaller program = postlotse.anonymous().with("Authorization", "Bearer " + tokenOf(name));
        program.get("/api/v1/zones").expect(200);

        program.get(ACCOUNTS).expect(404);
        program.get(ACCOUNTS + "/admin").expect(404);
        program.put(ACCOUNTS + "/" + name + "-2", json("ADMIN", "", PASSWORD)).expect(404);
        program.delete(ACCOUNTS + "/" + name).expect(404);
        admin.get(ACCOUNTS + "/" + name + "-2").expect(404);
        own(PASSWORD).get(ACCOUNTS + "/" + name).expect(200);
    }

    @Test
    void tokensEndWithTheRoleTheyWereMadeFor() {
        put(name, "ADMIN", "", PASSWORD);
        ApiCaller program = postlotse.anonymous().with("Authorization", "Bearer " + tokenOf(name));
        program.get("/api/v1/zones").expect(200);

        put(name, "SUPPORT", "", "");

        program.get("/api/v1/zones").expect(401);
    }

    @Test
    void listsAPageAfterTheOther() {
        for (int number = 0; number <= 100; number++) {
            store.sql("""
                            insert into account (username, password_hash, role, customer)
                            values (?, '{noop}x', 'CUSTOMER', 'listed')""").param("%s-%03d".formatted(name, number)).update();
        }

        Answer first = admin.get(ACCOUNTS + "?q=" + name);
        Answer second = admin.get(ACCOUNTS + "?q=" + name + "&after=" + first.text("/next/after"));

        assertThat(first.texts("/accounts", "username")).hasSize(100).startsWith(name + "-000");
        assertThat(second.texts("/accounts", "username")).containsExactly(name + "-100");
        assertThat(second.json().at("/next").isNull()).isTrue();
        assertThat(admin.get(ACCOUNTS + "?after=" + name + "-099").texts("/accounts", "username"))
                .startsWith(name + "-100");
    }

    @Test
    void noAnswerAndNoLogHasAPassword(CapturedOutput log) {
        List<Answer> answers = List.of(
                put(name, "SUPPORT", "", PASSWORD),
                put(name, "CUSTOMER", "", PASSWORD),
                admin.put(
                        ACCOUNTS + "/" + name,
                        "{\"role\": \"SUPPORT\", \"password\": {\"text\": \"" + PASSWORD + "\"}}"),
                admin.put(ACCOUNTS + "/" + name, "{\"role\": \"SUPPORT\", \"password\": \"" + PASSWORD + "\",}"),
                admin.get(ACCOUNTS + "/" + name),
                admin.get(ACCOUNTS + "?q=" + name));

        assertThat(answers).extracting(Answer::status).containsExactly(201, 422, 400, 400, 200, 200);
        assertThat(answers)
                .extracting(Answer::body)
                .noneMatch(body -> body.contains(PASSWORD) || body.contains("bcrypt") || body.contains("$2a$"));
        assertThat(log.getAll()).contains("admin created the account").doesNotContain(PASSWORD);
    }

    private Answer put(String username, String role, String customer, String password) {
        return admin.put(ACCOUNTS + "/" + username, json(role, customer, password));
    }

    private static String json(String role, String customer, String password) {
        return "{\"role\": \"%s\", \"customer\": \"%s\", \"password\": \"%s\"}".formatted(role, customer, password);
    }

    private ApiCaller own(String password) {
        return postlotse.anonymous().as(name, password);
    }

    private String tokenOf(String username) {
        Visitor visitor = postlotse.visitor().logIn(username, PASSWORD);
        Answer created = visitor.post("/account/tokens", Map.of("name", "Skript", "validity", "YEAR", "old", PASSWORD));
        Matcher secret = Pattern.compile("plt_[A-Za-z0-9_-]{43}")
                .matcher(visitor.follow(created).body());
        assertThat(secret.find()).isTrue();
        return secret.group();
    }
}
