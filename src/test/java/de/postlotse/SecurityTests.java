package de.postlotse;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.FilterChainProxy;

/** What protects the pages, whoever asks for them. */
@WholeApplication
record SecurityTests(RunningPostlotse postlotse, FilterChainProxy security, JdbcClient store) {

    private static final String WRONG = "Benutzername oder Passwort stimmt nicht.";
    private static final String PAUSED = "Bitte warten Sie zehn Minuten";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webjars/htmx.org/dist/htmx.min.js",
                "/css/components.css",
                "/css/tokens.css",
                "/js/keys.js",
                "/fonts/atkinson-next-latin.woff2",
                "/css/icon.svg",
                "/actuator/health",
                "/actuator/info",
            })
    void everybodyGets(String path) {
        postlotse.anonymous().get(path).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/h2-console",
                "/h2-console/",
                "/actuator",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/mappings",
                "/actuator/shutdown",
                "/nirgends",
            })
    void nobodyGets(String path) {
        postlotse.visitor("admin").get(path).expect(404);
        assertThat(postlotse.visitor().get(path).status()).isIn(302, 404);
        assertThat(postlotse.api("admin").get(path).status()).isIn(302, 404);
    }

    @Test
    void healthTellsNothingButThatItIsUp() {
        assertThat(postlotse
                        .anonymous()
                        .get("/actuator/health")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(postlotse.anonymous().get("/actuator/health").body()).doesNotContain("components", "details");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/help",
                "/domains",
                "/domains/nirgends.example",
                "/domains/blumen-koenig.example",
                "/account/tokens",
                "/account/password"
            })
    void pagesForbidInlineScriptAndStyle(String path) {
        Answer page = postlotse.visitor("kunde1").get(path);

        assertThat(page.headers("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .contains(
                                "default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(page.body())
                .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)|javascript:");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mx", "mx/check", "mx/delete", "mx/own-servers", "mx/no-mail", "review"})
    void formWithoutTokenIsRefused(String action) {
        String zone = postlotse.newZone();
        String path = (action.equals("review") ? "/support/zones/" : "/domains/") + zone + "/" + action;
        Map<String, String> fields = Map.of(
                "owner",
                zone,
                "record",
                "10 mail." + zone + ".",
                "target",
                "mail2." + zone,
                "version",
                "1",
                "remark",
                "x");

        postlotse.visitor("admin").postWithoutToken(path, fields).expect(403);
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void logInAndLogOutNeedTheTokenToo() {
        Map<String, String> credentials = Map.of("username", "kunde1", "password", "postlotse");
        postlotse.visitor().postWithoutToken("/login", credentials).expect(403);
        postlotse.visitor("kunde1").postWithoutToken("/logout", Map.of()).expect(403);
    }

    @Test
    void sessionCookieIsForThisSiteAndOutOfReachOfScripts() {
        Answer login = logIn(postlotse.visitor());

        assertThat(login.headers("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("postlotse="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    void sessionChangesWithEachLogIn() {
        Visitor visitor = postlotse.visitor();
        String before = session(logIn(visitor));

        String after = session(logIn(visitor));

        assertThat(before).isNotEmpty();
        assertThat(after).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void aSessionThatSomebodyPlantedIsNotTaken() {
        Visitor visitor = postlotse.visitor();
        String planted = session(logIn(postlotse.visitor())).replaceAll(";.*", "");
        visitor.getWithCookie("/login", "postlotse=bm8gc3VjaCBzZXNzaW9u");

        assertThat(session(logIn(visitor))).isNotEmpty().doesNotContain(planted, "bm8gc3VjaCBzZXNzaW9u");
    }

    /** Whoever makes a browser or a cache send another Host would lead others there. */
    @Test
    void redirectsNameNoHost() {
        Visitor visitor = postlotse.visitor();
        assertThat(visitor.get("/domains").header("Location")).isEqualTo("/login");
        visitor.get("/login");
        assertThat(visitor.post("/login", Map.of("username", "kunde1", "password", RunningPostlotse.PASSWORD))
                        .header("Location"))
                .isEqualTo("/domains");
    }

    @Test
    void whoOnlyLooksAtTheLogInPageGetsNoSession() {
        assertThat(session(postlotse.visitor().get("/login"))).isEmpty();
        assertThat(session(postlotse.visitor().get("/help"))).isEmpty();
    }

    @Test
    void logOutEndsTheSession() {
        Visitor visitor = postlotse.visitor("kunde1");

        visitor.post("/logout", Map.of());

        visitor.get("/domains").expect(302);
    }

    @Test
    void apiKeepsNoSessionAndPagesTakeNoBasicCredentials() {
        assertThat(postlotse.apiByPassword("kunde1").get("/api/v1/zones").headers("Set-Cookie"))
                .isEmpty();
        postlotse.api("kunde1").get("/domains").expect(302);
    }

    @Test
    void pagesAreRememberedAsEncryptedOnlyWhereTheyAre() throws Exception {
        assertThat(postlotse.visitor().get("/login").headers("Strict-Transport-Security"))
                .isEmpty();
        assertThat(postlotse
                        .anonymous()
                        .with("X-Forwarded-Proto", "https")
                        .with("Forwarded", "proto=https;for=192.0.2.1")
                        .get("/login")
                        .headers("Strict-Transport-Security"))
                .isEmpty();

        MockHttpServletRequest encrypted = new MockHttpServletRequest("GET", "/login");
        encrypted.setSecure(true);
        MockHttpServletResponse response = new MockHttpServletResponse();
        security.doFilter(encrypted, response, new MockFilterChain());
        assertThat(response.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have only one loopback address")
    void guessingIsPausedAfterFiveFailuresForThatAccountFromThatAddress() throws Exception {
        store.sql("""
                        insert into account (username, password_hash, role, customer)
                        select 'gast1', password_hash, role, customer from account where username = 'kunde2'""").update();
        Visitor guesser = postlotse.visitor();

        assertThat(IntStream.range(0, 6).mapToObj(attempt -> guess(guesser, "wrong" + attempt)))
                .containsExactly(WRONG, WRONG, WRONG, WRONG, WRONG, PAUSED);
        assertThat(guess(guesser, RunningPostlotse.PASSWORD)).isEqualTo(PAUSED);
        Answer api = postlotse.apiByPassword("Gast1").get("/api/v1/zones").expect(429);
        assertThat(api.text("/code")).isEqualTo("login-paused");
        assertThat(Integer.parseInt(api.header("Retry-After"))).isBetween(1, 600);
        postlotse.visitor("kunde2");
        HttpClient elsewhere = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName("127.0.0.2"))
                .build();
        postlotse.apiByPassword("gast1").using(elsewhere).get("/api/v1/zones").expect(200);
    }

    private static Answer logIn(Visitor visitor) {
        visitor.get("/login");
        return visitor.post("/login", Map.of("username", "kunde1", "password", RunningPostlotse.PASSWORD));
    }

    /** The session cookie that an answer sets, or "" where it sets none. */
    private static String session(Answer answer) {
        return answer.headers("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("postlotse="))
                .findFirst()
                .orElse("");
    }

    /** What the log-in page says to a password, with the name still in its field. */
    private static String guess(Visitor guesser, String password) {
        String page = guesser.post("/login", Map.of("username", "gast1", "password", password))
                .expect(200)
                .body();
        assertThat(page).contains("value=\"gast1\"").doesNotContain("value=\"" + password);
        return Stream.of(WRONG, PAUSED).filter(page::contains).findFirst().orElse(page);
    }
}
