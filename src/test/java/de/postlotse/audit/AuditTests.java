package de.postlotse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.postlotse.account.AuditNews;
import de.postlotse.account.AuditNews.Kind;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.OnBothStores;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the audit trail keeps, and that nobody changes it unseen, whichever store it is. */
@OnBothStores
class AuditTests {

    private final RunningPostlotse postlotse;
    private final AuditStore chain;
    private final JdbcClient store;
    private final JdbcOperations batches;
    private final ApiCaller admin;
    private final String about = "audit-" + UUID.randomUUID();

    AuditTests(RunningPostlotse postlotse, AuditStore chain, JdbcClient store, JdbcOperations batches) {
        this.postlotse = postlotse;
        this.chain = chain;
        this.store = store;
        this.batches = batches;
        this.admin = postlotse.api("admin");
    }

    @Test
    void keepsLogInsAndWhatBecameOfAccountsAndTokens() {
        String username = "konto-" + UUID.randomUUID().toString().substring(0, 8);
        ApiCaller byPassword = postlotse.apiByPassword("admin");
        String account = "{\"role\": \"CUSTOMER\", \"customer\": \"10001\", \"password\": \"Lampe Fluss Tasse\"}";
        byPassword.put("/api/v1/accounts/" + username, account).expect(201);
        Visitor visitor = postlotse.visitor().logIn(username, "Lampe Fluss Tasse");
        postlotse.anonymous().as(username, "falsch").get("/api/v1/zones").expect(401);
        visitor.post("/account/tokens", Map.of("name", "Skript", "validity", "YEAR", "old", "Lampe Fluss Tasse"))
                .expect(302);
        visitor.get("/support/review").expect(404);
        byPassword.delete("/api/v1/accounts/" + username).expect(204);

        awaitKinds("user=" + username, "LOGIN", "LOGIN_FAILED", "TOKEN_MADE", "ACCESS_DENIED");
        awaitKinds("subject=" + username, "ACCOUNT_CREATED", "ACCOUNT_DELETED");
    }

    @Test
    void keepsWrongPasswordsOfThoseWhoAreLoggedIn() {
        String username = "konto-" + UUID.randomUUID().toString().substring(0, 8);
        postlotse
                .apiByPassword("admin")
                .put(
                        "/api/v1/accounts/" + username,
                        "{\"role\": \"CUSTOMER\", \"customer\": \"10001\", \"password\": \"Lampe Fluss Tasse\"}")
                .expect(201);
        Visitor visitor = postlotse.visitor().logIn(username, "Lampe Fluss Tasse");

        visitor.post("/account/tokens", Map.of("name", "Skript", "validity", "YEAR", "old", "falsch"))
                .expect(422);
        awaitWrong(username, 1);
        visitor.post("/account/mail", Map.of("email", "neu@kunde.example", "old", "falsch"))
                .expect(422);
        awaitWrong(username, 2);
        visitor.post("/account/password", Map.of("old", "falsch", "password", "Regen Wiese Stuhl"))
                .expect(422);
        awaitWrong(username, 3);
        for (int guess = 4; guess <= 6; guess++) {
            visitor.post("/account/mail", Map.of("email", "neu@kunde.example", "old", "falsch" + guess))
                    .expect(422);
        }

        awaitWrong(username, 5);
        awaitKinds("user=" + username, "LOGIN_PAUSED");
    }

    private void awaitWrong(String username, int times) {
        await().atMost(RunningPostlotse.SOON)
                .untilAsserted(() -> assertThat(admin.get("/api/v1/audit?kind=CONFIRMATION_FAILED&user=" + username)
                                .texts("/entries", "user"))
                        .hasSize(times));
    }

    @Test
    void aNameThatNobodyHasMayBeAPasswordAndIsNotKept() {
        String typed = "geheim-" + UUID.randomUUID().toString().substring(0, 8);

        postlotse.anonymous().as(typed, "x").get("/api/v1/zones").expect(401);

        awaitKinds("user=?", "LOGIN_FAILED");
        assertThat(admin.get("/api/v1/audit").body()).doesNotContain(typed);
    }

    @Test
    void keepsWhichStaffReadACustomersZoneAndWhatWasTakenAway() {
        String zone = postlotse.newZone();
        postlotse.visitor("kunde1").get("/domains/" + zone).expect(200);
        postlotse.visitor("support").get("/domains/" + zone).expect(200);
        postlotse.visitor("support").get("/domains/" + zone + "/history").expect(200);
        postlotse
                .visitor("support")
                .get("/domains/" + zone.toUpperCase(Locale.ROOT))
                .expect(200);
        postlotse
                .api("admin")
                .get("/api/v1/zones/" + zone.toUpperCase(Locale.ROOT))
                .expect(200);
        postlotse.visitor("support").get("/support/changes.csv?domain=" + about).expect(200);

        await().atMost(RunningPostlotse.SOON)
                .untilAsserted(() -> assertThat(admin.get("/api/v1/audit?kind=ZONE_READ&subject=" + zone)
                                .texts("/entries", "user"))
                        .as("once each, and only staff, however the name was typed")
                        .containsExactlyInAnyOrder("support", "admin"));
        awaitKinds("subject=/support/changes.csv&user=support", "EXPORTED");
        postlotse
                .visitor("support")
                .get("/support/changes.cs%76?domain=" + about)
                .expect(200);
        awaitKinds("subject=/support/changes.cs%2576&user=support", "EXPORTED");
    }

    @Test
    void severalNodesMakeOneChain() {
        AuditStore other = new AuditStore(store, batches);
        List<CompletableFuture<Void>> nodes = Stream.of(0, 1, 2, 3)
                .map(node -> CompletableFuture.runAsync(() -> IntStream.range(0, 50)
                        .forEach(i -> chain.append(List.of(line("node " + node), line("node " + node))))))
                .toList();

        nodes.forEach(CompletableFuture::join);

        assertThat(other.firstBroken()).isEmpty();
        assertThat(store.sql("select count(*) from audit_entry where subject = ?")
                        .param(about)
                        .query(Integer.class)
                        .single())
                .isEqualTo(400);
    }

    @Test
    void whatSomebodyChangesInTheStoreShows() {
        chain.append(List.of(line("eins"), line("zwei"), line("drei")));
        long second = store.sql("select id from audit_entry where subject = ? and detail = 'zwei'")
                .param(about)
                .query(Long.class)
                .single();

        assertThat(whileInStore("detail", "anders", second)).contains(second);
        assertThat(whileInStore("origin", "192.0.2.99", second)).contains(second);
        assertThat(whileInStore("hash", "0".repeat(64), second)).contains(second);
        assertThat(chain.firstBroken()).isEmpty();
    }

    private Optional<Long> whileInStore(String column, String value, long id) {
        String before = store.sql("select " + column + " from audit_entry where id = ?")
                .param(id)
                .query(String.class)
                .single();
        set(column, value, id);
        try {
            return chain.firstBroken();
        } finally {
            set(column, before, id);
        }
    }

    private void set(String column, String value, long id) {
        store.sql("update audit_entry set " + column + " = ? where id = ?")
                .params(value, id)
                .update();
    }

    @Test
    void addressesAreForgottenAndTheChainStaysWhole() {
        Instant before = Instant.now().minus(Duration.ofHours(2));
        chain.append(List.of(line("alt", before), line("neu", Instant.now())));

        chain.forgetAddresses(Instant.now().minus(Duration.ofHours(1)));

        assertThat(store.sql("select detail from audit_entry where subject = ? and origin is not null")
                        .param(about)
                        .query(String.class)
                        .list())
                .containsExactly("neu");
        assertThat(chain.firstBroken()).isEmpty();
    }

    @Test
    void aStoreThatIsAwayHoldsNobodyUpAndLosesNothing() throws InterruptedException {
        AwayOnce away = new AwayOnce(store, batches);
        AuditTrail trail = new AuditTrail(away, Clock.systemUTC());
        trail.afterPropertiesSet();

        trail.on(new AuditNews(Kind.LOGIN, "kunde1", about, "192.0.2.1", ""));

        await().atMost(RunningPostlotse.SOON).until(() -> away.appended == 1);
        trail.destroy();
    }

    /** Fails the first time. */
    private static final class AwayOnce extends AuditStore {

        private volatile int attempts;
        private volatile int appended;

        AwayOnce(JdbcClient store, JdbcOperations batches) {
            super(store, batches);
        }

        @Override
        void append(List<Unchained> lines) {
            if (!lines.isEmpty() && attempts++ == 0) {
                throw new TransientDataAccessResourceException("away");
            }
            appended += lines.size();
        }
    }

    private Unchained line(String detail) {
        return line(detail, Instant.now());
    }

    private Unchained line(String detail, Instant at) {
        return Unchained.of(new AuditNews(Kind.EXPORTED, "kunde1", about, "192.0.2.1", detail), null, at);
    }

    private void awaitKinds(String filter, String... kinds) {
        await().atMost(RunningPostlotse.SOON)
                .untilAsserted(() -> assertThat(
                                Set.copyOf(admin.get("/api/v1/audit?" + filter).texts("/entries", "kind")))
                        .contains(kinds));
    }
}
