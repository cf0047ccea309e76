package de.postlotse.api;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for what they may not have, and was told that it does not exist.
 *
 * @param username null where nobody was logged in
 */
public record AccessRefused(@Nullable String username, String method, String path, String origin) {

    public static AccessRefused of(HttpServletRequest request) {
        return new AccessRefused(
                request.getRemoteUser(), request.getMethod(), request.getRequestURI(), request.getRemoteAddr());
    }
}
