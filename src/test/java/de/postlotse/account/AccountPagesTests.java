package de.postlotse.account;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.OnBothStores;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts on their pages, and what a change of one means to those who are logged in with it, whichever store it is. */
@OnBothStores
class AccountPagesTests {

    private static final String ACCOUNTS = "/support/accounts";
    private static final String PASSWORD = "ein langes Passwort";
    private static final String OTHER_PASSWORD = "ein anderes Passwort";
    private static final AtomicInteger LAST = new AtomicInteger();

    private final RunningPostlotse postlotse;
    private final JdbcClient store;
    private final Visitor admin;
    private final String name = "seite-" + LAST.incrementAndGet();

    AccountPagesTests(RunningPostlotse postlotse, JdbcClient store) {
        this.postlotse = postlotse;
        this.store = store;
        this.admin = postlotse.visitor("admin");
    }

    @AfterEach
    void removeTheAccounts() {
        store.sql("delete from account where username like 'seite-%'").update();
    }

    @Test
    void adminsCreateAnAccountAndFindIt() {
        Answer created = create("CUSTOMER", "10001");

        assertThat(created.header("Location")).endsWith(ACCOUNTS);
        assertThat(admin.follow(created).body()).contains("Das Konto " + name + " ist gespeichert.");
        assertThat(admin.get(ACCOUNTS + "?q=" + name).body()).contains(ACCOUNTS + "/" + name, "Kunde", "10001");
        assertThat(admin.get(ACCOUNTS + "?q=gibt-es-nicht").body()).doesNotContain(name);
        owner().get("/domains").expect(200);
    }

    @Test
    void pagesOfTheListLeadToEachOther() {
        for (int number = 0; number <= 100; number++) {
            store.sql("insert into account (username, password_hash, role) values (?, '{noop}x', 'SUPPORT')")
                    .param("%s-%03d".formatted(name, number))
                    .update();
        }

        String next = "?q=" + name + "&amp;after=" + name + "-099";
        assertThat(admin.get(ACCOUNTS + "?q=" + name).body()).contains(next).doesNotContain(name + "-100");
        assertThat(admin.get(ACCOUNTS + next.replace("&amp;", "&")).body())
                .contains(name + "-100")
                .doesNotContain("after=");
    }

    @Test
    void keepsWhatWasTypedButNotThePassword() {
        Answer refused = admin.post(
                        ACCOUNTS + "/new",
                        Map.of("username", "Frau Käthe", "role", "SUPPORT", "customer", "10 001", "password", PASSWORD))
                .expect(422);

        assertThat(refused.body())
                .contains("value=\"Frau Käthe\"", "value=\"10 001\"", "Bitte wählen Sie einen Benutzernamen")
                .contains("Nur Kunden haben eine Kundennummer")
                .containsPattern("value=\"SUPPORT\" selected")
                .doesNotContain(PASSWORD);
    }

    @Test
    void markupIsShownAsText() {
        String script = "\"'><script>alert(1)</script>";

        Answer refused = admin.post(
                        ACCOUNTS + "/new",
                        Map.of("username", script, "role", script, "customer", script, "password", script))
                .expect(422);
        Answer found = admin.get(ACCOUNTS + "?q=" + Visitor.encoded(script) + "&after=" + Visitor.encoded(script))
                .expect(200);

        assertThat(refused.body())
                .contains("value=\"&quot;&#39;&gt;&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
        assertThat(found.body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @Test
    void aNewAccountDoesNotReplaceOne() {
        create("CUSTOMER", "10001");

        Answer again = create("ADMIN", "").expect(422);

        assertThat(again.body()).contains("Diesen Benutzernamen gibt es schon.");
        assertThat(admin.get(ACCOUNTS + "/" + name).body()).containsPattern("value=\"CUSTOMER\" selected");
    }

    @Test
    void onlyAdminsAreLedToTheAccounts() {
        assertThat(admin.get("/support/zones").body()).contains("href=\"" + ACCOUNTS + "\"");
        assertThat(postlotse.visitor("support").get("/support/zones").body())
                .contains("/support/publishing")
                .doesNotContain(ACCOUNTS);
    }

    @Test
    void endsTheSessionsOfAnAccountThatIsDeleted() {
        admin.follow(create("CUSTOMER", "10001"));
        Visitor customer = owner();
        customer.get("/domains").expect(200);

        assertThat(admin.get(ACCOUNTS + "/" + name + "/delete").body()).contains("wirklich löschen");
        Answer deleted = admin.post(ACCOUNTS + "/" + name + "/delete", Map.of("sure", "yes"));

        assertThat(admin.follow(deleted).body()).contains("Das Konto " + name + " ist gelöscht.");
        assertThat(customer.get("/domains").header("Location")).endsWith("/login");
        admin.get(ACCOUNTS + "/" + name).expect(404);
    }

    @Test
    void endsTheSessionsOfAnAccountWithAnotherCustomer() {
        create("CUSTOMER", "10001");
        Visitor customer = owner();

        change(Map.of("role", "CUSTOMER", "customer", "10002"));

        assertThat(customer.get("/domains").header("Location")).endsWith("/login");
    }

    @Test
    void endsTheSessionsOfAnAccountWithAnotherPassword() {
        create("CUSTOMER", "10001");
        Visitor customer = owner();

        change(Map.of("role", "CUSTOMER", "customer", "10001", "password", OTHER_PASSWORD));

        assertThat(customer.get("/domains").header("Location")).endsWith("/login");
        postlotse.visitor().logIn(name, OTHER_PASSWORD).get("/domains").expect(200);
    }

    @Test
    void refusesToDeleteTheLastAdmin() {
        Answer refused =
                admin.post(ACCOUNTS + "/admin/delete", Map.of("sure", "yes")).expect(409);

        assertThat(refused.body()).contains("Das ist das letzte Konto der Administration.");
        admin.get(ACCOUNTS).expect(200);
    }

    @Test
    void adminWhoChangesTheOwnPasswordStaysLoggedInHereOnly() {
        create("ADMIN", "");
        Visitor here = owner();
        Visitor elsewhere = owner();

        Answer changed = here.post(ACCOUNTS + "/" + name, Map.of("role", "ADMIN", "password", OTHER_PASSWORD));

        assertThat(here.follow(changed).body()).contains("ist gespeichert");
        assertThat(elsewhere.get(ACCOUNTS).header("Location")).endsWith("/login");
    }

    @Test
    void adminWhoGivesUpTheOwnRoleIsSentToTheLogIn() {
        create("ADMIN", "");
        Visitor former = owner();

        Answer changed =
                former.post(ACCOUNTS + "/" + name, Map.of("role", "SUPPORT")).expect(302);

        assertThat(changed.header("Location")).endsWith("/login");
        assertThat(former.get("/support/zones").header("Location")).endsWith("/login");
        owner().get("/support/zones").expect(200);
        owner().get(ACCOUNTS).expect(404);
    }

    @Test
    void everybodyChangesTheOwnPasswordAndStaysLoggedInHereOnly() {
        create("CUSTOMER", "10001");
        Visitor here = owner();
        Visitor elsewhere = owner();
        assertThat(here.get("/domains").body()).contains("href=\"/account/password\"");

        Answer changed = here.post("/account/password", Map.of("old", PASSWORD, "password", OTHER_PASSWORD));

        assertThat(here.follow(changed).body()).contains("Ihr Passwort ist geändert.");
        here.get("/domains").expect(200);
        assertThat(elsewhere.get("/domains").header("Location")).endsWith("/login");
        postlotse.visitor().logIn(name, OTHER_PASSWORD).get("/domains").expect(200);
    }

    @Test
    void whoDoesNotKnowTheOldPasswordChangesNothing() {
        create("CUSTOMER", "10001");
        Visitor thief = owner();
        Visitor owner = owner();

        Answer refused = thief.post("/account/password", Map.of("old", "geraten", "password", OTHER_PASSWORD))
                .expect(422);

        assertThat(refused.body())
                .contains("Das bisherige Passwort stimmt nicht.")
                .doesNotContain("geraten", OTHER_PASSWORD);
        owner.get("/domains").expect(200);
        owner().get("/domains").expect(200);
    }

    private Answer create(String role, String customer) {
        return admin.post(
                ACCOUNTS + "/new", Map.of("username", name, "role", role, "customer", customer, "password", PASSWORD));
    }

    private void change(Map<String, String> fields) {
        admin.post(ACCOUNTS + "/" + name, fields).expect(302);
    }

    /** Somebody who is logged in with the account of this test. */
    private Visitor owner() {
        return postlotse.visitor().logIn(name, PASSWORD);
    }
}
