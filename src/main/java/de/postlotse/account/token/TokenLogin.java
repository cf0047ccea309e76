package de.postlotse.account.token;

import de.postlotse.account.Login;
import de.postlotse.account.LoginThrottle;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.stereotype.Component;

/**
 * Logs in programs that bring a token, for the one request. Wrong tokens are not counted as {@link LoginThrottle}
 * counts wrong passwords: 256 random bits cannot be guessed however often one tries, and counting would make a wrong
 * token cost more than a right one.
 */
@Component
public class TokenLogin {

    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;

    TokenLogin(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** A filter that lets requests without a token pass, and has those with an invalid one answered. */
    public Filter filter(AuthenticationEntryPoint invalidToken) {
        AuthenticationFilter filter =
                new AuthenticationFilter((AuthenticationManager) loggedIn -> loggedIn, this::logIn);
        filter.setSuccessHandler((request, response, authentication) -> {});
        filter.setFailureHandler(new AuthenticationEntryPointFailureHandler(invalidToken));
        return filter;
    }

    /** Reads {@code Authorization: Bearer …} (RFC 6750 §2.1), and leaves every other way to log in to others. */
    private @Nullable Authentication logIn(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        Login login = TokenSecret.parse(header.substring(SCHEME.length()).strip())
                .flatMap(tokens::logIn)
                .orElseThrow(InvalidTokenException::new);
        login.eraseCredentials();
        return UsernamePasswordAuthenticationToken.authenticated(login, null, login.getAuthorities());
    }

    /** The token of a request is wrong, revoked or expired, and nobody is told which. */
    public static class InvalidTokenException extends AuthenticationException {

        InvalidTokenException() {
            super("the token is not valid");
        }
    }
}
