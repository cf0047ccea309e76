package de.postlotse.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads {@code Authorization: Bearer …} (RFC 6750 section 2.1), and leaves every other way to log in to others. */
class BearerTokenReader implements AuthenticationConverter {

    private static final String SCHEME = "Bearer ";

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        return TokenSecret.parse(header.substring(SCHEME.length()).strip())
                .map(BearerToken::new)
                .orElseThrow(InvalidTokenException::new);
    }
}
