package de.postlotse.account;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A token as a request brought it, not looked at yet. */
final class BearerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient TokenSecret secret;

    BearerToken(TokenSecret secret) {
        super(List.of());
        this.secret = secret;
    }

    @Override
    public TokenSecret getCredentials() {
        return secret;
    }

    @Override
    public String getPrincipal() {
        return "bearer of a token";
    }
}
