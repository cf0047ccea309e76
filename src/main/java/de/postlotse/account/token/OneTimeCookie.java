package de.postlotse.account.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Takes a new secret over the redirect to the page that shows it, for the only time. A flash attribute would put it into
 * the session, which may be kept in the store, and of a secret the store has only the hash.
 *
 * @param path of the page that shows it, within the application
 */
public record OneTimeCookie(String name, String path) {

    private static final Duration LONGEST_REDIRECT = Duration.ofMinutes(1);

    public void add(TokenSecret secret, HttpServletRequest request, HttpServletResponse response) {
        set(secret.reveal(), LONGEST_REDIRECT, request, response);
    }

    public void remove(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    private void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path(request.getContextPath() + path)
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
