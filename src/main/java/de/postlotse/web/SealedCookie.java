package de.postlotse.web;

import de.postlotse.account.Seal;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** A cookie that keeps a text for an hour and that nobody but us can have made. */
final class SealedCookie {

    /** Only this host can set such a cookie, not a neighbour for the whole domain (RFC 6265bis §4.1.3.2). */
    static final String OF_THIS_HOST = "__Host-";

    private static final Duration VALID = Duration.ofHours(1);
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]+)\\.(\\d{1,12})\\.([A-Za-z0-9_-]+)");

    private final String name;
    private final Seal seal;
    private final Clock clock;

    SealedCookie(String name, Seal seal, Clock clock) {
        this.name = name;
        this.seal = seal;
        this.clock = clock;
    }

    void set(String text, HttpServletRequest request, HttpServletResponse response) {
        String content = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        long until = clock.instant().plus(VALID).getEpochSecond();
        add(content + "." + until + "." + seal.mark(name, content + "." + until), VALID, request, response);
    }

    void remove(HttpServletRequest request, HttpServletResponse response) {
        if (sent(request).findAny().isPresent()) {
            add("", Duration.ZERO, request, response);
        }
    }

    /** The text, unless the cookie has ended or somebody else made it. */
    Optional<String> read(HttpServletRequest request) {
        return sent(request)
                .map(cookie -> FORM.matcher(cookie.getValue()))
                .filter(Matcher::matches)
                .filter(parts -> seal.isMark(parts.group(3), name, parts.group(1) + "." + parts.group(2)))
                .filter(parts -> clock.instant().getEpochSecond() < Long.parseLong(parts.group(2)))
                .map(parts -> new String(Base64.getUrlDecoder().decode(parts.group(1)), StandardCharsets.UTF_8))
                .findFirst();
    }

    private Stream<Cookie> sent(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Stream.empty()
                : Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(nameFor(request)));
    }

    private void add(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(nameFor(request), value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String nameFor(HttpServletRequest request) {
        return (request.isSecure() ? OF_THIS_HOST : "") + name;
    }
}
