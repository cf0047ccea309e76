package de.postlotse.web;

import de.postlotse.api.ApiProblem;
import de.postlotse.api.ProblemWriter;
import de.postlotse.api.RequestId;
import de.postlotse.brand.Brand;
import de.postlotse.brand.BrandStyle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** 503 in plain words: a problem for programs, and for people a page with all that they had typed, to be sent again. */
@Component
record StoreAwayAnswer(
        ITemplateEngine templates,
        BrandStyle style,
        Brand brand,
        MessageSource messages,
        LocaleResolver locales,
        ProblemWriter problems) {

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (ProblemWriter.isForApi(request)) {
            problems.write(
                    new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, "store-away")
                            .retryAfter(ApiProblem.RETRY_AFTER_SECONDS),
                    request,
                    response);
        } else {
            writePage(request, response);
        }
    }

    private void writePage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ApiProblem.RETRY_AFTER_SECONDS));
        Locale locale = locales.resolveLocale(request);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY);
        WebContext page = new WebContext(
                JakartaServletWebApplication.buildApplication(request.getServletContext())
                        .buildExchange(request, response),
                locale,
                Map.of("thisPage", "/", "fields", typed(request, locale), "action", request.getRequestURI()));
        page.setVariable(RequestId.NAME, RequestId.current());
        page.setVariable("brand", brand);
        page.setVariable("brandStyle", style);
        page.setVariable("canBeSentAgain", canBeSentAgain(request));
        templates.process("web/away", page, response.getWriter());
    }

    /** A password is not shown, so a log-in has to be typed again. */
    private static boolean canBeSentAgain(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getParameter("password") == null;
    }

    private List<TypedField> typed(HttpServletRequest request, Locale locale) {
        return canBeSentAgain(request) ? TypedField.of(request.getParameterMap(), messages, locale) : List.of();
    }
}
