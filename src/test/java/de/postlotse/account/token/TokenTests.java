package de.postlotse.account.token;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens: made and revoked on their page, used by programs. */
@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class TokenTests {

    private static final String PAGE = "/account/tokens";
    private static final String ZONES = "/api/v1/zones";
    private static final Pattern SECRET = Pattern.compile("plt_[A-Za-z0-9_-]{43}");
    private static final AtomicInteger LAST_GUEST = new AtomicInteger();

    private final RunningPostlotse postlotse;
    private final JdbcClient store;
    private final String guest = "gast-" + LAST_GUEST.incrementAndGet() + "-mit-token";
    private final Visitor visitor;

    /** Each test is a customer of its own, who may do what kunde1 may. */
    TokenTests(RunningPostlotse postlotse, JdbcClient store) {
        this.postlotse = postlotse;
        this.store = store;
        store.sql("""
                        insert into account (username, password_hash, role, customer)
                        select ?, password_hash, role, customer from account where username = 'kunde1'""").param(guest).update();
        this.visitor = postlotse.visitor(guest);
    }

    @Test
    void tokenWorksInsteadOfNameAndPassword() {
        String zone = postlotse.newZone();
        String token = newToken("Skript");

        Answer saved = with(token)
                .post(ZONES + "/" + zone + "/mx", "{\"target\": \"mail2.%s\"}".formatted(zone))
                .expect(201);

        assertThat(saved.headers("Set-Cookie")).isEmpty();
        assertThat(visitor.get("/domains/" + zone + "/history").body()).contains(guest);
    }

    @Test
    void tokenSeesWhatItsAccountSeesNow() {
        String zone = postlotse.newZone();
        String token = newToken("Skript");
        with(token).get(ZONES + "/" + zone).expect(200);

        store.sql("update account set customer = '10002' where username = ?")
                .param(guest)
                .update();

        with(token).get(ZONES + "/" + zone).expect(404);
    }

    @Test
    void tokenIsShownOnceAndNeverAgain(CapturedOutput log) {
        Answer created = create("Skript");
        Answer first = visitor.follow(created);
        String token = secretOn(first);

        assertThat(created.header("Location")).endsWith(PAGE);
        assertThat(created.headers("Set-Cookie"))
                .filteredOn(cookie -> cookie.contains(token))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Strict", "Path=" + PAGE + ";", "Max-Age=60");
        assertThat(first.header("Cache-Control")).contains("no-store");
        assertThat(visitor.get(PAGE).body()).contains("Skript").doesNotContain("plt_");
        assertThat(log.getAll()).doesNotContain(token);
    }

    @Test
    void storeHasOnlyTheHashOfATokenWhileItsPageWasNotSeenYet() {
        String token = secretIn(create("Skript ohne Geheimnis"));

        assertThat(dump())
                .contains("Skript ohne Geheimnis")
                .doesNotContain(token)
                .doesNotContainIgnoringCase(HexFormat.of().formatHex(token.getBytes(StandardCharsets.US_ASCII)));
        assertThat(hashes()).singleElement().asString().matches("[0-9a-f]{64}");
    }

    @Test
    void someoneElsesTokenIsNotShownEvenToThoseWhoHaveIt() {
        String token = newToken("Skript von gegenüber");

        Answer page = postlotse
                .visitor("kunde2")
                .getWithCookie(PAGE, "new-token=" + token)
                .expect(200);

        assertThat(page.body()).doesNotContain(token, "Skript von gegenüber");
    }

    @Test
    void whoDoesNotKnowThePasswordMakesNoToken() {
        Answer refused = visitor.post(PAGE, Map.of("name", "Fremder", "validity", "YEAR", "old", "geraten"))
                .expect(422);

        assertThat(refused.body()).contains("Das bisherige Passwort stimmt nicht.", "value=\"Fremder\"");
        assertThat(hashes()).isEmpty();
    }

    @Test
    void aNewPasswordEndsAllTokensButThoseThatAreKept() {
        String kept = newToken("Skript");
        String id = id();
        String other = newToken("Vergessenes");

        visitor.post(
                        "/account/password",
                        Map.of("old", RunningPostlotse.PASSWORD, "password", "ein neues Passwort", "keep", id))
                .expect(302);

        with(kept).get(ZONES).expect(200);
        isRefused(with(other).get(ZONES));
    }

    @Test
    void theAddressForMailsChangesOnlyWithThePassword() {
        visitor.post("/account/mail", Map.of("email", "dieb@boese.example", "language", "BOTH"))
                .expect(422);
        visitor.post("/account/mail", Map.of("email", "", "language", "ENGLISH"))
                .expect(302);
        visitor.post(
                        "/account/mail",
                        Map.of("email", "ich@gut.example", "language", "BOTH", "old", RunningPostlotse.PASSWORD))
                .expect(302);
        assertThat(visitor.get("/account/mail").body()).contains("ich@gut.example");
    }

    @Test
    void revokedTokenIsVoidAtOnce() {
        String token = newToken("Skript");
        with(token).get(ZONES).expect(200);

        Answer page = visitor.follow(visitor.post(PAGE + "/revoke", Map.of("id", id())));

        assertThat(page.body()).contains("Der Zugang ist widerrufen").doesNotContain("Skript");
        isRefused(with(token).get(ZONES));
    }

    @Test
    void someoneElsesTokenCannotBeRevoked() {
        String token = newToken("Skript");

        Stream.of("kunde1", "kunde2", "admin").forEach(other -> {
            assertThat(postlotse.visitor(other).get(PAGE).body()).doesNotContain("value=\"" + id() + "\"");
            postlotse.visitor(other).post(PAGE + "/revoke", Map.of("id", id())).expect(302);
        });

        with(token).get(ZONES).expect(200);
    }

    @Test
    void expiredTokenIsVoidAndSaysSoOnItsPage() {
        String token = newToken("Skript");
        set("expires_at", Duration.ofSeconds(1));

        isRefused(with(token).get(ZONES));
        assertThat(visitor.get(PAGE).body()).contains("abgelaufen");
    }

    @Test
    void tokenOfARemovedAccountIsVoid() {
        String token = newToken("Skript");

        store.sql("delete from account where username = ?").param(guest).update();

        isRefused(with(token).get(ZONES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer x", "bearer plt_x", "Bearer plt_%s", "Bearer '; drop table x"})
    void wrongTokenIsRefused(String header) {
        Answer answer = postlotse
                .anonymous()
                .with("Authorization", header.replace("%s", "a".repeat(43)))
                .get(ZONES)
                .expect(401);

        assertThat(answer.headers("WWW-Authenticate"))
                .anyMatch(challenge -> challenge.startsWith("Bearer"))
                .anyMatch(challenge -> challenge.startsWith("Basic"));
    }

    @Test
    void whoeverBringsNothingIsToldBothWaysToLogIn() {
        Answer answer = postlotse
                .anonymous()
                .with("Accept-Language", "en")
                .with("Accept", "text/html")
                .get(ZONES)
                .expect(401);

        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/code")).isEqualTo("unauthorized");
        assertThat(answer.text("/detail")).startsWith("User name and password or the token");
        assertThat(answer.headers("WWW-Authenticate"))
                .containsExactly("Basic realm=\"Postlotse\", charset=\"UTF-8\"", "Bearer realm=\"Postlotse\"");
    }

    @Test
    void tokenOpensNoPageAndMakesNoToken() {
        ApiCaller program = with(newToken("Skript"));

        assertThat(program.get(PAGE).header("Location")).endsWith("/login");
        assertThat(program.get("/domains").header("Location")).endsWith("/login");
        program.post(PAGE, "name=x&validity=YEAR").expect(403);
        assertThat(hashes()).hasSize(1);
    }

    @Test
    void useIsNotedAtMostOnceAnHour() {
        String token = newToken("Skript");
        assertThat(visitor.get(PAGE).body()).contains("noch nie");

        with(token).get(ZONES);
        assertThat(lastUse()).isBetween(Instant.now().minusSeconds(60), Instant.now());

        Instant recently = set("last_used_at", Duration.ofMinutes(59));
        with(token).get(ZONES);
        assertThat(lastUse()).isEqualTo(recently);

        Instant before = set("last_used_at", Duration.ofMinutes(61));
        with(token).get(ZONES);
        assertThat(lastUse()).isAfter(before.plusSeconds(60));
        assertThat(visitor.get(PAGE).body()).doesNotContain("noch nie");
    }

    @Test
    void twentyTokensAreEnough() {
        IntStream.range(0, 20)
                .forEach(number ->
                        assertThat(create("Skript " + number).status()).isEqualTo(302));

        Answer tooMany = create("eines zu viel").expect(422);

        assertThat(tooMany.body()).contains("Mehr als 20 Zugänge sind nicht möglich");
        assertThat(hashes()).hasSize(20).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u0000", "101"})
    void nameIsNeededAndNotTooLong(String name) {
        Answer answer = create(name.equals("101") ? "x".repeat(101) : name);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("aria-invalid=\"true\"", "höchstens 100 Zeichen");
        assertThat(hashes()).isEmpty();
    }

    @Test
    void longestNameIsAccepted() {
        create("ü".repeat(100)).expect(302);
    }

    @Test
    void markupInTheNameIsShownAsText() {
        Answer page = visitor.follow(create("\"'><script>alert(1)</script>\u0000\r\n"));

        assertThat(page.body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FOREVER"})
    void validityThatIsNotOfferedIsRefused(String validity) {
        visitor.post(PAGE, Map.of("name", "x", "validity", validity)).expect(400);
    }

    @Test
    void formsWithoutTokenOfThePageAreRefused() {
        String token = newToken("Skript");

        visitor.postWithoutToken(PAGE, Map.of("name", "x", "validity", "YEAR")).expect(403);
        visitor.postWithoutToken(PAGE + "/revoke", Map.of("id", id())).expect(403);

        assertThat(hashes()).hasSize(1);
        with(token).get(ZONES).expect(200);
    }

    private static void isRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.headers("WWW-Authenticate"))
                .containsExactly(
                        "Basic realm=\"Postlotse\", charset=\"UTF-8\"",
                        "Bearer realm=\"Postlotse\", error=\"invalid_token\"");
    }

    private ApiCaller with(String token) {
        return postlotse.anonymous().with("Authorization", "Bearer " + token);
    }

    private Answer create(String name) {
        return visitor.post(PAGE, Map.of("name", name, "validity", "YEAR", "old", RunningPostlotse.PASSWORD));
    }

    private String newToken(String name) {
        return secretOn(visitor.follow(create(name)));
    }

    private static String secretOn(Answer page) {
        return secret(page.body());
    }

    private static String secretIn(Answer created) {
        return secret(String.join("\n", created.headers("Set-Cookie")));
    }

    private static String secret(String text) {
        Matcher found = SECRET.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }

    private List<@Nullable String> hashes() {
        return store.sql("select token_hash from api_token where username = ?")
                .param(guest)
                .query(String.class)
                .list();
    }

    private String id() {
        return store.sql("select id from api_token where username = ?")
                .param(guest)
                .query(String.class)
                .single();
    }

    private Instant lastUse() {
        return store.sql("select last_used_at from api_token where username = ?")
                .param(guest)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** Moves a time of the guest's tokens into the past. */
    private Instant set(String column, Duration ago) {
        Instant then = Instant.now().minus(ago).truncatedTo(ChronoUnit.MILLIS);
        store.sql("update api_token set " + column + " = ? where username = ?")
                .params(OffsetDateTime.ofInstant(then, ZoneOffset.UTC), guest)
                .update();
        return then;
    }

    /** The whole database as SQL, in which binary values are hexadecimal digits. */
    private String dump() {
        return String.join("\n", store.sql("script").query(String.class).list());
    }
}
