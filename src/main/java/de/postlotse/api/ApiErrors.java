package de.postlotse.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns what stops a request to the API into a problem, and says each problem in the caller's language. */
@RestControllerAdvice
record ApiErrors(MessageSource messages, ApplicationEventPublisher events) implements WebMvcConfigurer {

    @Override
    public void addErrorResponseInterceptors(List<ErrorResponse.Interceptor> interceptors) {
        interceptors.add(this::translate);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
    }

    private void translate(ProblemDetail body, @Nullable ErrorResponse problem) {
        body.setInstance(null); // the address that was asked, which the caller knows
        body.setProperty(RequestId.NAME, RequestId.current());
        if (problem != null) {
            problem.updateAndGetBody(messages, LocaleContextHolder.getLocale());
        }
    }

    /**
     * Leaves errors of pages, and what nobody expected, to those who come after.
     *
     * @throws Exception what was given, where it is none of the API's known errors
     */
    @ExceptionHandler
    ApiProblem problem(Exception error, HttpServletRequest request) throws Exception {
        if (!ProblemWriter.isForApi(request)) {
            throw error;
        }
        return switch (error) {
            case ApiProblem problem -> problem;
            case HttpMessageNotReadableException unreadable -> UnreadableBody.problem(unreadable);
            case BindException invalid -> invalid(invalid.getFieldErrors());
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
            case AccessDeniedException denied -> {
                events.publishEvent(AccessRefused.of(request));
                yield ApiProblem.of(HttpStatus.NOT_FOUND); // see SecurityConfiguration
            }
            case ErrorResponse known -> {
                ApiProblem problem = ApiProblem.of(known.getStatusCode());
                known.getHeaders().forEach(problem.getHeaders()::addAll);
                yield problem;
            }
            default -> throw error;
        };
    }

    private static ApiProblem invalid(List<FieldError> errors) {
        if (errors.isEmpty()) {
            return ApiProblem.of(HttpStatus.BAD_REQUEST);
        }
        FieldError first = errors.getFirst();
        return first.getRejectedValue() == null ? missing(first.getField()) : ApiProblem.wrongValue(first.getField());
    }

    private static ApiProblem missing(String field) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "missing-value", field).at(field);
    }

    /** Says what is wrong with the JSON of a request, and names the field. */
    private static final class UnreadableBody {

        private UnreadableBody() {}

        static ApiProblem problem(HttpMessageNotReadableException error) {
            if (error.getCause() instanceof UnrecognizedPropertyException unknown) {
                return unknownField(unknown);
            }
            return error.getCause() instanceof DatabindException wrong
                            && !wrong.getPath().isEmpty()
                    ? ApiProblem.wrongValue(field(wrong))
                    : new ApiProblem(HttpStatus.BAD_REQUEST, "malformed");
        }

        private static ApiProblem unknownField(UnrecognizedPropertyException unknown) {
            List<String> known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            return ApiProblem.unknown(field(unknown), unknown.getPropertyName(), known);
        }

        /** As {@code records[0].target}; empty where the whole body is of another kind. */
        private static String field(JacksonException error) {
            return error.getPath().stream()
                    .map(step ->
                            step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                    .collect(Collectors.joining())
                    .replaceFirst("^\\.", "");
        }
    }
}
