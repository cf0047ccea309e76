package de.postlotse.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import tools.jackson.databind.json.JsonMapper;

/** 503 in plain words: a problem for programs, and for people a page with all that they had typed, to be sent again. */
@Component
class StoreAwayAnswer {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;

    StoreAwayAnswer(ITemplateEngine templates, MessageSource messages, LocaleResolver locales, JsonMapper json) {
        this.templates = templates;
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setCharacterEncoding("UTF-8");
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            writeProblem(request, response);
        } else {
            writePage(request, response);
        }
    }

    private void writeProblem(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                messages.getMessage("problem.store-away", null, locales.resolveLocale(request)));
        problem.setProperty("code", "store-away");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getWriter().write(json.writeValueAsString(problem));
    }

    private void writePage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = locales.resolveLocale(request);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY);
        WebContext page = new WebContext(
                JakartaServletWebApplication.buildApplication(request.getServletContext())
                        .buildExchange(request, response),
                locale,
                Map.of("thisPage", "/", "fields", typed(request, locale), "action", request.getRequestURI()));
        page.setVariable("canBeSentAgain", canBeSentAgain(request));
        templates.process("web/away", page, response.getWriter());
    }

    /** A password is not shown, so a log-in has to be typed again. */
    private static boolean canBeSentAgain(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getParameter("password") == null;
    }

    private List<Field> typed(HttpServletRequest request, Locale locale) {
        if (!canBeSentAgain(request)) {
            return List.of();
        }
        return request.getParameterMap().entrySet().stream()
                .flatMap(parameter -> Stream.of(parameter.getValue())
                        .map(value -> new Field(parameter.getKey(), label(parameter.getKey(), locale), value)))
                .toList();
    }

    private @Nullable String label(String name, Locale locale) {
        return messages.getMessage("form.label." + name, null, null, locale);
    }

    /**
     * What was sent.
     *
     * @param label of what a person typed; null for what the page had added
     */
    record Field(String name, @Nullable String label, String value) {}
}
