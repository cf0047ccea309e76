package de.postlotse.zone.web.api;

import de.postlotse.api.ApiProblem;
import de.postlotse.zone.NoSuchRecordException;
import de.postlotse.zone.NoSuchZoneException;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.ZoneDriftedException;
import de.postlotse.zone.history.NoSuchVersionException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What the caller of the API cannot mend in the request. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    @ExceptionHandler
    ApiProblem noSuchZone(NoSuchZoneException e) {
        return new ApiProblem(HttpStatus.NOT_FOUND, "no-such-zone");
    }

    /** What can be no name leads to nothing in an address, and is a wrong value elsewhere. */
    @ExceptionHandler
    ApiProblem unreadable(MethodArgumentTypeMismatchException e) {
        return e.getParameter().hasParameterAnnotation(PathVariable.class)
                        && e.getRootCause() instanceof NoSuchZoneException noName
                ? noSuchZone(noName)
                : ApiProblem.wrongValue(e.getName());
    }

    @ExceptionHandler
    ApiProblem noSuchRecord(NoSuchRecordException e) {
        return new ApiProblem(HttpStatus.NOT_FOUND, "no-such-record");
    }

    @ExceptionHandler
    ApiProblem noSuchVersion(NoSuchVersionException e) {
        return new ApiProblem(HttpStatus.NOT_FOUND, "no-such-version");
    }

    @ExceptionHandler
    ApiProblem stale(StaleVersionException e) {
        return new ApiProblem(HttpStatus.PRECONDITION_FAILED, "stale-version");
    }

    @ExceptionHandler
    ApiProblem drifted(ZoneDriftedException e) {
        return new ApiProblem(HttpStatus.CONFLICT, "zone-drifted");
    }
}
