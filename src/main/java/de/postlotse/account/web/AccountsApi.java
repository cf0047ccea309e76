package de.postlotse.account.web;

import de.postlotse.account.AccountLine;
import de.postlotse.account.AccountManagement;
import de.postlotse.account.AccountProblem;
import de.postlotse.account.Caller;
import de.postlotse.api.ApiProblem;
import de.postlotse.store.KeysetPage;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
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
record AccountsApi(AccountManagement management, MessageSource messages) {

    static final String PATH = "/api/v1/accounts";

    /** A page of accounts by user name; {@code next} holds the parameters of the following one. */
    @GetMapping
    PageJson list(
            Caller caller, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after) {
        return PageJson.of(management.list(caller, q, after));
    }

    @GetMapping("/{username}")
    AccountLine one(Caller caller, @PathVariable String username) {
        return management.find(caller, username).orElseThrow(AccountsApi::missing);
    }

    /** Creates the account or changes it; a password or an address that is not given stays. */
    @PutMapping("/{username}")
    ResponseEntity<AccountLine> put(
            Caller caller, @PathVariable String username, @RequestBody TypedAccount body, Locale locale) {
        return answer(management.save(caller, body.draft(username), AccountManagement.SaveMode.EITHER), locale);
    }

    @DeleteMapping("/{username}")
    ResponseEntity<AccountLine> delete(Caller caller, @PathVariable String username, Locale locale) {
        return answer(management.delete(caller, username), locale);
    }

    private ResponseEntity<AccountLine> answer(AccountManagement.Outcome outcome, Locale locale) {
        return switch (outcome) {
            case AccountManagement.Outcome.Created created ->
                ResponseEntity.created(URI.create(PATH + "/" + created.account().username()))
                        .body(created.account());
            case AccountManagement.Outcome.Changed changed -> ResponseEntity.ok(changed.account());
            case AccountManagement.Outcome.Deleted deleted ->
                ResponseEntity.noContent().build();
            case AccountManagement.Outcome.Missing missing -> throw missing();
            case AccountManagement.Outcome.Refused refused -> throw refused(refused.problems(), locale);
        };
    }

    private static ApiProblem missing() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "no-such-account");
    }

    /** The first problem with its code and field, and all of them; 409 for the last admin, who is no fault of input. */
    private ApiProblem refused(Collection<AccountProblem> problems, Locale locale) {
        List<ProblemJson> texts = problems.stream()
                .map(problem -> new ProblemJson(
                        problem.code(),
                        problem.field(),
                        messages.getMessage("accounts.problem." + problem.name(), problem.arguments(), locale)))
                .toList();
        ProblemJson first = texts.getFirst();
        boolean lastAdmin = problems.contains(AccountProblem.LAST_ADMIN) && problems.size() == 1;
        return new ApiProblem(lastAdmin ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT, first.code())
                .at(first.field())
                .saying(first.message())
                .with("problems", texts);
    }

    record ProblemJson(String code, String field, String message) {}

    record PageJson(List<AccountLine> accounts, @Nullable NextJson next) {

        static PageJson of(KeysetPage<AccountLine, String> page) {
            return new PageJson(page.lines(), page.next() == null ? null : new NextJson(page.next()));
        }
    }

    record NextJson(String after) {}
}
