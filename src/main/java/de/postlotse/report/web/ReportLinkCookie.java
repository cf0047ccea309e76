package de.postlotse.report.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Takes a new link over the redirect to the page that shows it, for the only time. A flash attribute would put it into
 * the session, which may be kept in the store.
 */
final class ReportLinkCookie {

    static final String NAME = "new-report-link";

    private static final Duration LONGEST_REDIRECT = Duration.ofMinutes(1);

    private ReportLinkCookie() {}

    static void add(String path, String token, HttpServletRequest request, HttpServletResponse response) {
        set(path, token, LONGEST_REDIRECT, request, response);
    }

    static void remove(String path, HttpServletRequest request, HttpServletResponse response) {
        set(path, "", Duration.ZERO, request, response);
    }

    private static void set(
            String path, String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(NAME, value)
                .path(request.getContextPath() + path)
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
