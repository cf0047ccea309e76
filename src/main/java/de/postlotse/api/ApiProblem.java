package de.postlotse.api;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * The answer of the API where it does not do what it was asked for (RFC 9457). Its code is stable and documented; title
 * and detail are in the caller's language: the messages {@code problem.title.STATUS} and {@code problem.CODE}, or what
 * {@link #saying} was given.
 */
public final class ApiProblem extends ErrorResponseException {

    /** How long a caller had better wait before the next attempt where nothing else is known. */
    public static final long RETRY_AFTER_SECONDS = 5;

    private boolean isSaid;

    /** @param arguments of the message {@code problem.CODE} */
    public ApiProblem(HttpStatusCode status, String code, Object... arguments) {
        super(status, ProblemDetail.forStatus(status), null, "problem." + code, arguments);
        setType(URI.create("urn:postlotse:problem:" + code));
        getBody().setProperty("code", code);
        getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    /** A problem about which its status says all; that is its code, too. */
    public static ApiProblem of(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        if (known == null) {
            known = status.is4xxClientError() ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR;
        }
        return new ApiProblem(status, known.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** @param field or parameter whose value cannot be read, or cannot be one of it */
    public static ApiProblem wrongValue(String field) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "wrong-value", field).at(field);
    }

    /**
     * A field or parameter that is not known here; tells which one was probably meant.
     *
     * @param field as it is named to the caller, such as {@code records[0].prio}
     * @param name that is compared with the known ones
     */
    static ApiProblem unknown(String field, String name, List<String> known) {
        Optional<String> meant = SimilarName.of(name, known);
        int wording = meant.isPresent() ? 1 : known.isEmpty() ? 2 : 0;
        String named = meant.orElseGet(() -> String.join(", ", known));
        ApiProblem problem =
                new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-field", field, wording, named).at(field);
        return meant.isPresent() ? problem.with("meant", named) : problem;
    }

    /**
     * An edit that was not saved: 422 where the rules are against it, 503 where it could only not be checked now.
     *
     * @param unchecked whether the same may be saved when it is sent again
     */
    public static ApiProblem refused(boolean unchecked) {
        return unchecked
                ? new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, "unchecked").retryAfter(RETRY_AFTER_SECONDS)
                : new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "refused");
    }

    /** @param field or parameter that is at fault, by its name in the request */
    public ApiProblem at(String field) {
        return with("field", field);
    }

    /** Adds a member. */
    public ApiProblem with(String member, @Nullable Object value) {
        getBody().setProperty(member, value);
        return this;
    }

    /** @param detail in the caller's language, instead of the code's message */
    public ApiProblem saying(String detail) {
        isSaid = true;
        setDetail(detail);
        return this;
    }

    /** Says when another attempt may succeed (RFC 9110 §10.2.3). */
    public ApiProblem retryAfter(long seconds) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return this;
    }

    @Override
    public String getDetailMessageCode() {
        return isSaid ? "" : super.getDetailMessageCode();
    }

    @Override
    public String getTitleMessageCode() {
        return "problem.title." + getStatusCode().value();
    }
}
