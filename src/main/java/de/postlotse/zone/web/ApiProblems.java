package de.postlotse.zone.web;

import de.postlotse.zone.NoSuchRecordException;
import de.postlotse.zone.NoSuchVersionException;
import de.postlotse.zone.NoSuchZoneException;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.ZoneDriftedException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What the caller of the API cannot mend in the request, as problems (RFC 9457). */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems extends ResponseEntityExceptionHandler {

    private final MessageSource messages;

    ApiProblems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail noSuchZone(NoSuchZoneException e, Locale locale) {
        return problem(HttpStatus.NOT_FOUND, "no-such-zone", locale);
    }

    @ExceptionHandler
    ProblemDetail noSuchRecord(NoSuchRecordException e, Locale locale) {
        return problem(HttpStatus.NOT_FOUND, "no-such-record", locale);
    }

    @ExceptionHandler
    ProblemDetail noSuchVersion(NoSuchVersionException e, Locale locale) {
        return problem(HttpStatus.NOT_FOUND, "no-such-version", locale);
    }

    @ExceptionHandler
    ProblemDetail stale(StaleVersionException e, Locale locale) {
        return problem(HttpStatus.PRECONDITION_FAILED, "stale-version", locale);
    }

    @ExceptionHandler
    ProblemDetail drifted(ZoneDriftedException e, Locale locale) {
        return problem(HttpStatus.CONFLICT, "zone-drifted", locale);
    }

    private ProblemDetail problem(HttpStatus status, String code, Locale locale) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, messages.getMessage("problem." + code, null, locale));
        problem.setProperty("code", code);
        return problem;
    }
}
