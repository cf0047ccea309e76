package de.postlotse.account.web;

import de.postlotse.account.AccountDraft;
import de.postlotse.account.AccountLine;
import de.postlotse.account.AccountManagement;
import de.postlotse.account.AccountOutcome;
import de.postlotse.account.AccountPage;
import de.postlotse.account.Caller;
import de.postlotse.account.SaveMode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API by which a hoster's own customer centre keeps the accounts; for admins with their password. */
@RestController
@RequestMapping(AccountsApi.PATH)
class AccountsApi {

    static final String PATH = "/api/v1/accounts";

    private final AccountManagement management;
    private final RefusedAccount refusals;

    AccountsApi(AccountManagement management, RefusedAccount refusals) {
        this.management = management;
        this.refusals = refusals;
    }

    /** A page of accounts by user name; {@code next} holds the parameters of the following one. */
    @GetMapping
    PageJson list(
            Caller caller, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after) {
        return PageJson.of(management.list(caller, q, after));
    }

    @GetMapping("/{username}")
    ResponseEntity<?> one(Caller caller, @PathVariable String username, Locale locale) {
        Optional<AccountLine> found = management.find(caller, username);
        return found.isPresent() ? ResponseEntity.ok(found.get()) : refusals.missing(locale);
    }

    /** Creates the account or changes it; a password or an address that is not given stays. */
    @PutMapping("/{username}")
    ResponseEntity<?> put(
            Caller caller, @PathVariable String username, @RequestBody AccountToPutJson body, Locale locale) {
        return answer(management.save(caller, body.draft(username), SaveMode.EITHER), locale);
    }

    @DeleteMapping("/{username}")
    ResponseEntity<?> delete(Caller caller, @PathVariable String username, Locale locale) {
        return answer(management.delete(caller, username), locale);
    }

    private ResponseEntity<?> answer(AccountOutcome outcome, Locale locale) {
        return switch (outcome) {
            case AccountOutcome.Created created ->
                ResponseEntity.created(URI.create(PATH + "/" + created.account().username()))
                        .body(created.account());
            case AccountOutcome.Changed changed -> ResponseEntity.ok(changed.account());
            case AccountOutcome.Deleted deleted -> ResponseEntity.noContent().build();
            case AccountOutcome.Missing missing -> refusals.missing(locale);
            case AccountOutcome.Refused refused -> refusals.of(refused.problems(), locale);
        };
    }

    /** An account without its name, which is in the address. */
    record AccountToPutJson(
            @Nullable String role,
            @Nullable String customer,
            @Nullable String email,
            @Nullable String password) {

        AccountDraft draft(String username) {
            return new AccountDraft(username, role == null ? "" : role, customer, email, password);
        }

        /** Never the password. */
        @Override
        public String toString() {
            return "account to put as " + role;
        }
    }

    record PageJson(List<AccountLine> accounts, @Nullable NextJson next) {

        static PageJson of(AccountPage page) {
            return new PageJson(page.lines(), page.next() == null ? null : new NextJson(page.next()));
        }
    }

    record NextJson(String after) {}
}
