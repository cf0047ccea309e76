package de.postlotse.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem where no controller is reached: in filters, and for what went wrong unexpectedly. */
@Component
public record ProblemWriter(MessageSource messages, LocaleResolver locales, JsonMapper json) {

    private static final String API = "/api/";

    /** Whether a request is one of the API's, so that its errors are problems and not pages. */
    public static boolean isForApi(HttpServletRequest request) {
        return isForApi(request, request.getRequestURI());
    }

    static boolean isForApi(HttpServletRequest request, String address) {
        return address.startsWith(request.getContextPath() + API);
    }

    public void write(ApiProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(problem.getStatusCode().value());
        problem.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        problem.with(RequestId.NAME, RequestId.current());
        json.writeValue(response.getOutputStream(), problem.updateAndGetBody(messages, locales.resolveLocale(request)));
    }
}
