package de.postlotse.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says that the store is away and keeps what was typed: without the store there is not even a session, so this stands
 * before everything else. The form that was sent is offered once more as it was.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StoreAwayFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(StoreAwayFilter.class);
    private static final String RETRY_SECONDS = "5";

    private final ITemplateEngine templates;
    private final LocaleResolver locales;
    private final MessageSource messages;
    private final JsonMapper json;

    StoreAwayFilter(ITemplateEngine templates, LocaleResolver locales, MessageSource messages, JsonMapper json) {
        this.templates = templates;
        this.locales = locales;
        this.messages = messages;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!isAboutTheStore(e) || response.isCommitted()) {
                throw e;
            }
            log.warn("{} {}: the store is away: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
            tell(request, response);
        }
    }

    private static boolean isAboutTheStore(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessException || cause instanceof TransactionException) {
                return true;
            }
        }
        return false;
    }

    private void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY);
        boolean forPrograms = request.getRequestURI().startsWith("/api/");
        response.setContentType(forPrograms ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "text/html;charset=UTF-8");
        byte[] body = forPrograms ? problem(request) : page(request).getBytes(StandardCharsets.UTF_8);
        response.getOutputStream().write(body);
    }

    private byte[] problem(HttpServletRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                messages.getMessage("problem.store-away", null, locales.resolveLocale(request)));
        problem.setProperty("code", "store-away");
        return json.writeValueAsBytes(problem);
    }

    private String page(HttpServletRequest request) {
        boolean sent =
                request.getMethod().equals("POST") && !request.getRequestURI().equals("/login");
        Context context = new Context(locales.resolveLocale(request));
        context.setVariable("address", request.getRequestURI());
        context.setVariable("sent", sent);
        context.setVariable("typed", sent ? request.getParameterMap() : Map.of());
        return templates.process("web/store-away", context);
    }
}
