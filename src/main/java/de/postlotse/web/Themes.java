package de.postlotse.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;

/** Light or dark: the device decides, until the visitor does, in a cookie. */
@Controller
class Themes {

    private static final String COOKIE = "theme";
    private static final Set<String> CHOICES = Set.of("light", "dark");

    /** Keeps the choice and leads back to the page on which it was made. */
    @PostMapping("/account/theme")
    ResponseEntity<Void> choose(
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "/") String page,
            HttpServletRequest request) {
        boolean chosen = CHOICES.contains(theme);
        ResponseCookie cookie = ResponseCookie.from(COOKIE, chosen ? theme : "")
                .path(request.getContextPath() + "/")
                .maxAge(chosen ? Duration.ofDays(365) : Duration.ZERO)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(302)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, request.getContextPath() + (isOurs(page) ? page : "/"))
                .build();
    }

    static @Nullable String chosen(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie != null && CHOICES.contains(cookie.getValue()) ? cookie.getValue() : null;
    }

    /** A path of letters that cannot be read as another host. */
    private static boolean isOurs(String page) {
        return page.matches("/[\\w.%~@-][\\w.%~@/-]*");
    }
}
