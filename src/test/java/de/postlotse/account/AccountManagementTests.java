package de.postlotse.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.postlotse.account.AccountManagement.Outcome;
import de.postlotse.account.AccountManagement.SaveMode;
import de.postlotse.account.token.ApiTokens;
import de.postlotse.store.KeysetPage;
import de.postlotse.testing.OnBothStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What admins can do with accounts, whichever store keeps them. */
@OnBothStores(atRest = true)
@ExtendWith(OutputCaptureExtension.class)
class AccountManagementTests {

    private static final String PASSWORD = "ein langes Passwort";
    private static final String OTHER_PASSWORD = "ein anderes Passwort";
    private static final Caller ADMIN = new Caller("admin", Role.ADMIN, null, "192.0.2.1");
    private static final AtomicInteger LAST = new AtomicInteger();

    @Autowired
    private AccountManagement management;

    @Autowired
    private OwnPassword ownPassword;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private Passwords passwords;

    @Autowired
    private JdbcClient store;

    private final String prefix = "konto-" + LAST.incrementAndGet() + "-";
    private final String name = prefix + "anna";

    /** The other tests need the accounts that were there before. */
    @AfterEach
    void onlyTheFirstAdminStays() {
        store.sql("delete from account where username like 'konto-%'").update();
        store.sql("update account set role = 'ADMIN' where username = 'admin'").update();
    }

    @Test
    void createsAnAccountThatCanLogIn() {
        assertThat(put(" " + name.toUpperCase(Locale.ROOT), "CUSTOMER", "10001", PASSWORD))
                .isEqualTo(new Outcome.Created(new AccountLine(name, Role.CUSTOMER, "10001", null)));

        assertThat(hasPassword(PASSWORD)).isTrue();
        assertThat(management.find(ADMIN, name)).contains(new AccountLine(name, Role.CUSTOMER, "10001", null));
    }

    @Test
    void keepsThePasswordWhereNoneIsGiven() {
        put(name, "CUSTOMER", "10001", PASSWORD);

        assertThat(put(name, "SUPPORT", null, null))
                .isEqualTo(new Outcome.Changed(new AccountLine(name, Role.SUPPORT, null, null)));

        assertThat(hasPassword(PASSWORD)).isTrue();
        assertThat(management.find(ADMIN, name)).contains(new AccountLine(name, Role.SUPPORT, null, null));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            'a b',        CUSTOMER, 10001, long enough!,  USERNAME_WRONG
            '',           SUPPORT,  ,      long enough!,  USERNAME_WRONG
            '..',         SUPPORT,  ,      long enough!,  USERNAME_WRONG
            'new',        SUPPORT,  ,      long enough!,  USERNAME_WRONG
            'käthe',      SUPPORT,  ,      long enough!,  USERNAME_WRONG
            'konto-a',    BOSS,     ,      long enough!,  ROLE_WRONG
            'konto-a',    CUSTOMER, ,      long enough!,  CUSTOMER_MISSING
            'konto-a',    CUSTOMER, 'a/b', long enough!,  CUSTOMER_WRONG
            'konto-a',    ADMIN,    10001, long enough!,  CUSTOMER_OF_STAFF
            'konto-a',    SUPPORT,  ,      ,              PASSWORD_MISSING
            'konto-a',    SUPPORT,  ,      long enough,   PASSWORD_SHORT
            """)
    void refusesWhatIsNoAccount(
            String username, String role, String customer, String password, AccountProblem problem) {
        assertThat(put(username, role, customer, password)).isEqualTo(refused(problem));
        assertThat(management.find(ADMIN, username)).isEmpty();
    }

    @Test
    void refusesLongerNamesAndNumbersThanThereMayBe() {
        String longest = name + "x".repeat(60 - name.length());

        assertThat(put(longest, "CUSTOMER", "9".repeat(40), PASSWORD)).isInstanceOf(Outcome.Created.class);
        assertThat(put(longest + "x", "CUSTOMER", "9".repeat(41), PASSWORD))
                .isEqualTo(refused(AccountProblem.USERNAME_WRONG, AccountProblem.CUSTOMER_WRONG));
    }

    @Test
    void refusesPasswordsOfWhichTheEncoderWouldNotSeeAll() {
        assertThat(put(name, "SUPPORT", null, "ü".repeat(37))).isEqualTo(refused(AccountProblem.PASSWORD_LONG));
        String longest = "äöüéèàâêôïñçßåøÄÖÜÉÈÀÂÊÔÏÑÇÅØÁÍÓÚÝÐÞ";
        assertThat(put(name, "SUPPORT", null, longest)).isInstanceOf(Outcome.Created.class);
        assertThat(hasPassword(longest)).isTrue();
    }

    @Test
    void createsNothingInPlaceOfAnAccountThatExistsAndChangesNoneThatDoesNot() {
        put(name, "SUPPORT", null, PASSWORD);

        assertThat(save(SaveMode.CREATE, name, "ADMIN", null, null, OTHER_PASSWORD))
                .isEqualTo(refused(AccountProblem.USERNAME_TAKEN));
        assertThat(save(SaveMode.CHANGE, name + "2", "ADMIN", null, null, PASSWORD))
                .isEqualTo(new Outcome.Missing());
        assertThat(management.delete(ADMIN, name + "2")).isEqualTo(new Outcome.Missing());
        assertThat(management.find(ADMIN, name)).contains(new AccountLine(name, Role.SUPPORT, null, null));
        assertThat(hasPassword(PASSWORD)).isTrue();
    }

    @Test
    void refusesToDeleteTheLastAdmin() {
        assertThat(management.delete(ADMIN, "admin")).isEqualTo(refused(AccountProblem.LAST_ADMIN));
        assertThat(role("admin")).isEqualTo("ADMIN");
    }

    @Test
    void refusesToTakeTheRoleFromTheLastAdmin() {
        assertThat(put("admin", "SUPPORT", null, null)).isEqualTo(refused(AccountProblem.LAST_ADMIN));
        assertThat(role("admin")).isEqualTo("ADMIN");
    }

    @Test
    void takesTheRoleFromAnAdminWhoIsNotTheLast() {
        put(name, "ADMIN", null, PASSWORD);

        assertThat(put(name, "SUPPORT", null, null)).isInstanceOf(Outcome.Changed.class);
        assertThat(role(name)).isEqualTo("SUPPORT");
    }

    @RepeatedTest(10)
    void ofTwoAdminsWhoStepDownAtTheSameMomentOneStays() throws Exception {
        put(name, "ADMIN", null, PASSWORD);
        CyclicBarrier start = new CyclicBarrier(2);

        List<Outcome> outcomes = together(List.of(stepDown(ADMIN, start), stepDown(caller(name), start)));

        assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Changed.class);
        assertThat(outcomes).contains(refused(AccountProblem.LAST_ADMIN));
        assertThat(List.of(role("admin"), role(name))).containsExactlyInAnyOrder("ADMIN", "SUPPORT");
    }

    @Test
    void whoIsNoLongerAnAdminChangesNothing() {
        put(name, "ADMIN", null, PASSWORD);
        Caller former = caller(name);
        put(name, "SUPPORT", null, null);

        assertThatThrownBy(() -> management.delete(former, "kunde1")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        management.save(former, new AccountDraft(name, "ADMIN", null, null, null), SaveMode.EITHER))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(role("kunde1")).isEqualTo("CUSTOMER");
        assertThat(role(name)).isEqualTo("SUPPORT");
    }

    @Test
    void supportSeesNoAccounts() {
        Caller support = new Caller("support", Role.SUPPORT, null, "192.0.2.1");

        assertThatThrownBy(() -> management.list(support, "", "")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> management.find(support, "admin")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void endsTheSessionsAndTokensOfAnAccountThatIsDeleted() {
        withSessionAndToken();

        assertThat(management.delete(ADMIN, name)).isEqualTo(new Outcome.Deleted());

        assertThat(sessions()).isZero();
        assertThat(tokensInStore()).isZero();
        assertThat(management.find(ADMIN, name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER, 10002", "SUPPORT,"})
    void endsSessionsAndTokensWithTheRightsThatTheyGave(String role, @Nullable String customer) {
        withSessionAndToken();

        put(name, role, customer, null);

        assertThat(sessions()).isZero();
        assertThat(tokensInStore()).isZero();
    }

    @Test
    void endsSessionsAndTokensWithThePassword() {
        withSessionAndToken();

        put(name, "CUSTOMER", "10001", OTHER_PASSWORD);

        assertThat(hasPassword(OTHER_PASSWORD)).isTrue();
        assertThat(sessions()).isZero();
        assertThat(tokensInStore()).isZero();
    }

    @Test
    void endsNothingWhereNothingChanges() {
        withSessionAndToken();

        put(name, "CUSTOMER", "10001", null);
        put(name, "CUSTOMER", "10002", "short");

        assertThat(sessions()).isEqualTo(1);
        assertThat(tokensInStore()).isEqualTo(1);
    }

    @Test
    void logsWhoChangedWhatWithoutThePassword(CapturedOutput log) {
        put(name, "SUPPORT", null, PASSWORD);
        put(name, "CUSTOMER", "10001", OTHER_PASSWORD);
        management.delete(ADMIN, name);

        assertThat(log.getAll())
                .contains("admin created the account", "admin changed the account", "admin deleted the account", name)
                .doesNotContain(PASSWORD, OTHER_PASSWORD);
        assertThat(new AccountDraft(name, "SUPPORT", null, null, PASSWORD).toString())
                .doesNotContain(PASSWORD);
    }

    @Test
    void listsAPageAfterTheOther() {
        for (int number = 0; number <= AccountManagement.PAGE; number++) {
            insert("%s%03d".formatted(prefix, number), "listed-" + prefix);
        }

        KeysetPage<AccountLine, String> first = management.list(ADMIN, prefix, "");
        KeysetPage<AccountLine, String> second = management.list(ADMIN, prefix, String.valueOf(first.next()));

        assertThat(first.lines())
                .hasSize(AccountManagement.PAGE)
                .isSortedAccordingTo((one, other) -> one.username().compareTo(other.username()));
        assertThat(second.lines()).extracting(AccountLine::username).containsExactly(prefix + "100");
        assertThat(second.next()).isNull();
        assertThat(management.list(ADMIN, "Listed-" + prefix, prefix + "099").lines())
                .isEqualTo(second.lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "!", "konto-%", "nto-", "\0%"})
    void searchesForTheBeginningAsItStands(String search) {
        insert(name, "10001");

        assertThat(management.list(ADMIN, search, "").lines()).isEmpty();
    }

    @Test
    void changesTheOwnPasswordForWhoeverKnowsTheOldOne() {
        put(name, "CUSTOMER", "10001", PASSWORD);

        assertThat(ownPassword.change(owner(), "wrong", OTHER_PASSWORD, Set.of()))
                .containsExactly(AccountProblem.OLD_PASSWORD_WRONG);
        assertThat(ownPassword.change(owner(), PASSWORD, "short", Set.of()))
                .containsExactly(AccountProblem.PASSWORD_SHORT);
        assertThat(hasPassword(PASSWORD)).isTrue();

        assertThat(ownPassword.change(owner(), PASSWORD, OTHER_PASSWORD, Set.of()))
                .isEmpty();
        assertThat(hasPassword(OTHER_PASSWORD)).isTrue();
    }

    @Test
    void pausesGuessingOfTheOldPassword() {
        put(name, "CUSTOMER", "10001", PASSWORD);
        Caller thief = new Caller(name, Role.CUSTOMER, "10001", "192.0.2.8");
        for (int guess = 0; guess < LoginThrottle.FAILURES_PER_ACCOUNT; guess++) {
            ownPassword.change(thief, "wrong" + guess, OTHER_PASSWORD, Set.of());
        }

        assertThat(ownPassword.change(thief, PASSWORD, OTHER_PASSWORD, Set.of()))
                .containsExactly(AccountProblem.OLD_PASSWORD_PAUSED);
        assertThat(hasPassword(PASSWORD)).isTrue();
    }

    @Test
    void anAddressIsKeptUntilAnotherOneOrNoneIsGivenAndEndsNoLogin() {
        put(name, "CUSTOMER", "10001", PASSWORD);
        tokens.create(owner(), "Skript", ApiTokens.Validity.UNLIMITED);

        assertThat(emailAfter(" anna@kunde.example ")).isEqualTo("anna@kunde.example");
        assertThat(emailAfter(null)).isEqualTo("anna@kunde.example");
        assertThat(emailAfter(" ")).isNull();
        assertThat(tokens.list(owner())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "anna@",
                "@kunde.example",
                "anna@kunde",
                "anna@kunde.example\r\nBcc: alle@kunde.example",
                "anna@kunde.example, otto@kunde.example",
                "Anna <anna@kunde.example>",
                "an..na@kunde.example",
                "anna@kunde-.example",
                "anna@[192.0.2.1]",
                "änne@kunde.example"
            })
    void whatIsNoAddressIsRefused(String email) {
        put(name, "CUSTOMER", "10001", PASSWORD);

        assertThat(save(SaveMode.CHANGE, name, "CUSTOMER", "10001", email, null))
                .isEqualTo(refused(AccountProblem.EMAIL_WRONG));
        assertThat(management.find(ADMIN, name).map(AccountLine::email)).isEmpty();
    }

    private @Nullable String emailAfter(@Nullable String email) {
        save(SaveMode.CHANGE, name, "CUSTOMER", "10001", email, null);
        return management.find(ADMIN, name).orElseThrow().email();
    }

    private Outcome put(String username, String role, @Nullable String customer, @Nullable String password) {
        return save(SaveMode.EITHER, username, role, customer, null, password);
    }

    private Outcome save(
            SaveMode mode,
            String username,
            String role,
            @Nullable String customer,
            @Nullable String email,
            @Nullable String password) {
        return management.save(ADMIN, new AccountDraft(username, role, customer, email, password), mode);
    }

    private static Outcome refused(AccountProblem... problems) {
        return new Outcome.Refused(Set.of(problems));
    }

    private Caller owner() {
        return new Caller(name, Role.CUSTOMER, "10001", "192.0.2.7");
    }

    private static Caller caller(String admin) {
        return new Caller(admin, Role.ADMIN, null, "192.0.2.1");
    }

    private Callable<Outcome> stepDown(Caller admin, CyclicBarrier start) {
        return () -> {
            start.await();
            return management.save(
                    admin, new AccountDraft(admin.username(), "SUPPORT", null, null, null), SaveMode.CHANGE);
        };
    }

    private static List<Outcome> together(List<Callable<Outcome>> actions) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(actions.size())) {
            for (Future<Outcome> outcome : threads.invokeAll(actions)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    private void insert(String username, String customer) {
        store.sql("insert into account (username, password_hash, role, customer) values (?, '{noop}x', 'CUSTOMER', ?)")
                .params(username, customer)
                .update();
    }

    private void withSessionAndToken() {
        put(name, "CUSTOMER", "10001", PASSWORD);
        tokens.create(owner(), "Skript", ApiTokens.Validity.UNLIMITED);
        store.sql("""
                        insert into spring_session (primary_id, session_id, creation_time, last_access_time,
                            max_inactive_interval, expiry_time, principal_name)
                        values (?, ?, 1, 1, 7200, 9000000000000, ?)""")
                .params(UUID.randomUUID().toString(), UUID.randomUUID().toString(), name)
                .update();
        assertThat(sessions()).isEqualTo(1);
        assertThat(tokensInStore()).isEqualTo(1);
    }

    private int sessions() {
        return count("select count(*) from spring_session where principal_name = ?");
    }

    private int tokensInStore() {
        return count("select count(*) from api_token where username = ?");
    }

    private int count(String query) {
        return store.sql(query).param(name).query(Integer.class).single();
    }

    private String role(String username) {
        return store.sql("select role from account where username = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    private boolean hasPassword(String password) {
        return passwords.matches(
                password, String.valueOf(accounts.loadUserByUsername(name).getPassword()));
    }
}
