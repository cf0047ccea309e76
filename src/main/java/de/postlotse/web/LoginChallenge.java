package de.postlotse.web;

import de.postlotse.account.InvalidTokenException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Tells callers of the API the ways to log in (RFC 9110 section 11.6.1), as a problem (RFC 9457). */
@Component
class LoginChallenge implements AuthenticationEntryPoint {

    private static final String BASIC = "Basic realm=\"Postlotse\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"Postlotse\"";

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;

    LoginChallenge(MessageSource messages, LocaleResolver locales, JsonMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean invalidToken = failure instanceof InvalidTokenException;
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC);
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, invalidToken ? BEARER + ", error=\"invalid_token\"" : BEARER);
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem(request));
    }

    private ProblemDetail problem(HttpServletRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNAUTHORIZED,
                messages.getMessage("problem.unauthorized", null, locales.resolveLocale(request)));
        problem.setProperty("code", "unauthorized");
        return problem;
    }
}
