package de.postlotse.account;

import jakarta.servlet.Filter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
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

    private final ApiTokens tokens;

    TokenLogin(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** A filter that lets requests without a token pass, and has those with an invalid one answered. */
    public Filter filter(AuthenticationEntryPoint invalidToken) {
        AuthenticationFilter filter = new AuthenticationFilter(this::authenticate, new BearerTokenReader());
        filter.setSuccessHandler((request, response, authentication) -> {});
        filter.setFailureHandler(new AuthenticationEntryPointFailureHandler(invalidToken));
        return filter;
    }

    private Authentication authenticate(Authentication attempt) {
        BearerToken bearer = (BearerToken) attempt;
        Login login = tokens.logIn(bearer.getCredentials()).orElseThrow(InvalidTokenException::new);
        login.eraseCredentials();
        return UsernamePasswordAuthenticationToken.authenticated(login, null, login.getAuthorities());
    }
}
