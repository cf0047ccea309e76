package de.postlotse.account.web;

import de.postlotse.account.AccountProblem;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The answers of the API to what cannot be done with an account, as problems (RFC 9457). */
@Component
class RefusedAccount {

    private final MessageSource messages;

    RefusedAccount(MessageSource messages) {
        this.messages = messages;
    }

    /** The first problem with its code and field, and all of them; 409 for the last admin, who is no fault of input. */
    ResponseEntity<ProblemDetail> of(Collection<AccountProblem> problems, Locale locale) {
        List<ProblemJson> texts =
                problems.stream().map(problem -> json(problem, locale)).toList();
        HttpStatus status = problems.contains(AccountProblem.LAST_ADMIN) && problems.size() == 1
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, texts.getFirst().message());
        problem.setProperty("code", texts.getFirst().code());
        problem.setProperty("field", texts.getFirst().field());
        problem.setProperty("problems", texts);
        return ResponseEntity.status(status).body(problem);
    }

    ResponseEntity<ProblemDetail> missing(Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, messages.getMessage("problem.no-such-account", null, locale));
        problem.setProperty("code", "no-such-account");
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(problem);
    }

    private ProblemJson json(AccountProblem problem, Locale locale) {
        String message = messages.getMessage("accounts.problem." + problem.name(), problem.arguments(), locale);
        return new ProblemJson(problem.code(), problem.field(), message);
    }

    record ProblemJson(String code, String field, String message) {}
}
