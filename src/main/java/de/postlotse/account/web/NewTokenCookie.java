package de.postlotse.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Takes a new token over the redirect to the page that shows it. A flash attribute would put it into the session, which
 * may be kept in the store, and of a token the store has only the hash.
 */
final class NewTokenCookie {

    static final String PATH = "/account/tokens";
    static final String NAME = "new-token";

    private static final Duration LONGEST_REDIRECT = Duration.ofMinutes(1);

    private NewTokenCookie() {}

    static void add(String secret, HttpServletRequest request, HttpServletResponse response) {
        set(secret, LONGEST_REDIRECT, request, response);
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    private static void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(NAME, value)
                .path(request.getContextPath() + PATH)
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
