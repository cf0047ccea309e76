package de.postlotse.account;

import org.springframework.security.core.AuthenticationException;

/** The token of a request is wrong, revoked or expired, and nobody is told which. */
public class InvalidTokenException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    InvalidTokenException() {
        super("the token is not valid");
    }
}
