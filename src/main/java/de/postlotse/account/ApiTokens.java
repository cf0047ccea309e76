package de.postlotse.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tokens of the API; everybody sees and changes their own only. */
@Service
@Transactional
public class ApiTokens {

    public static final int LONGEST_NAME = 100;
    public static final int MOST_OF_AN_ACCOUNT = 20;

    private final ApiTokenRepository tokens;
    private final AccountRepository accounts;
    private final Clock clock;

    ApiTokens(ApiTokenRepository tokens, AccountRepository accounts, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<TokenLine> list(Caller caller) {
        Instant now = clock.instant();
        return tokens.findOwn(caller.username()).stream()
                .map(token -> token.line(now))
                .toList();
    }

    public TokenCreation create(Caller caller, String name, TokenValidity validity) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return new TokenCreation.BadName();
        }
        Account account = accounts.findForUpdate(caller.username()).orElseThrow();
        if (tokens.countOwn(caller.username()) >= MOST_OF_AN_ACCOUNT) {
            return new TokenCreation.TooMany();
        }
        TokenSecret secret = TokenSecret.random();
        tokens.save(ApiToken.of(account, name, secret, validity, clock.instant()));
        return new TokenCreation.Created(secret.reveal());
    }

    /** The caller's own token of which this is the secret. */
    @Transactional(readOnly = true)
    public Optional<TokenLine> findOwn(Caller caller, String secret) {
        return TokenSecret.parse(secret)
                .flatMap(parsed -> tokens.findOwnByHash(caller.username(), parsed.hash()))
                .map(token -> token.line(clock.instant()));
    }

    /** Makes a token void at once; says nothing where there is none, or it is somebody else's. */
    public void revoke(Caller caller, long id) {
        tokens.deleteOwn(caller.username(), id);
    }

    /** Who may act by this token, with the rights that the account has now. */
    Optional<Login> logIn(TokenSecret secret) {
        Instant now = clock.instant();
        Optional<ApiToken> found = tokens.findByHash(secret.hash()).filter(token -> !token.isExpired(now));
        Optional<Login> login = found.map(ApiToken::login);
        if (found.filter(token -> token.isUseToBeNoted(now)).isPresent()) {
            tokens.noteUse(secret.hash(), now);
        }
        return login;
    }
}
