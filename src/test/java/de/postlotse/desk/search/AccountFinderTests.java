package de.postlotse.desk.search;

import static de.postlotse.account.Callers.ADMIN;
import static de.postlotse.account.Callers.SUPPORT;
import static de.postlotse.account.Callers.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.postlotse.account.AccountDraft;
import de.postlotse.account.AccountManagement;
import de.postlotse.account.AccountManagement.Outcome;
import de.postlotse.account.AccountManagement.SaveMode;
import de.postlotse.testing.OnBothStores;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** The accounts that staff find where they look for anything, whichever database it is. */
@OnBothStores
record AccountFinderTests(AccountFinder finder, AccountManagement accounts) {

    @BeforeEach
    void makeAccounts() {
        account("finde-baeckerei", "finde-4711");
        account("finde-schreinerei", "finde-4712");
        account("finde_baeckerei", "finde-4713");
    }

    @Test
    void findsAnAccountByAnyPartOfItsUserName() {
        assertThat(names("finde-baeck")).containsExactly("finde-baeckerei");
        assertThat(names("nde-schreiner")).containsExactly("finde-schreinerei");
        assertThat(names(" Finde-SCHREINEREI ")).containsExactly("finde-schreinerei");
    }

    @Test
    void findsTheAccountsOfACustomerByAnyPartOfTheNumber() {
        assertThat(names("de-4711")).containsExactly("finde-baeckerei");
        assertThat(names("finde-4712")).containsExactly("finde-schreinerei");
    }

    @Test
    void namesOnlyTheAccountThatIsMeantWhereThereIsOne() {
        account("genau-eins", "genau-4711");
        account("genau-eins-zwei", "genau-4711-2");

        assertThat(names("genau-eins")).containsExactly("genau-eins");
        assertThat(names("genau-4711")).containsExactly("genau-eins");
        assertThat(names("enau-eins")).containsExactly("genau-eins", "genau-eins-zwei");
    }

    @Test
    void takesWildcardsAsTheLettersThatTheyAre() {
        assertThat(names("finde_b")).containsExactly("finde_baeckerei");
        assertThat(names("%")).isEmpty();
        assertThat(names("  ")).isEmpty();
    }

    @Test
    void namesAFewWhereManyAreFound() {
        IntStream.range(0, 12).forEach(n -> account("viele-konten-" + (10 + n), "viele-" + (10 + n)));

        assertThat(names("ele-konten")).hasSize(AccountFinder.MOST).contains("viele-konten-10");
    }

    @Test
    void isForStaff() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> finder.find(customer("finde-4711"), "finde-baeckerei"));
    }

    private List<String> names(String text) {
        return finder.find(SUPPORT, text).stream()
                .map(AccountFinder.Found::username)
                .toList();
    }

    private void account(String username, String customer) {
        AccountDraft draft = new AccountDraft(username, "CUSTOMER", customer, null, "ein langes Passwort 17");
        assertThat(accounts.save(ADMIN, draft, SaveMode.EITHER)).isNotInstanceOf(Outcome.Refused.class);
    }
}
