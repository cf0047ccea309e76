package de.postlotse.account.token;

import de.postlotse.account.Account;
import de.postlotse.account.AccountManagement;
import de.postlotse.account.AccountNews;
import de.postlotse.account.AuditNews;
import de.postlotse.account.Caller;
import de.postlotse.account.Login;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tokens of the API; everybody sees and changes their own only. */
@Service
@Transactional
public class ApiTokens {

    public static final int LONGEST_NAME = 100;
    public static final int MOST_OF_AN_ACCOUNT = 20;

    private final ApiTokenRepository tokens;
    private final TokenOwners accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiTokens(ApiTokenRepository tokens, TokenOwners accounts, ApplicationEventPublisher events, Clock clock) {
        this.tokens = tokens;
        this.events = events;
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

    public Creation create(Caller caller, String name, Validity validity) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return new Creation.BadName();
        }
        Account account = accounts.findForUpdate(caller.username()).orElseThrow();
        if (tokens.countOwn(caller.username()) >= MOST_OF_AN_ACCOUNT) {
            return new Creation.TooMany();
        }
        TokenSecret secret = TokenSecret.random();
        tokens.save(ApiToken.of(account, name, secret, validity, clock.instant()));
        events.publishEvent(account.news(AccountNews.Kind.TOKEN_MADE));
        tell(AuditNews.Kind.TOKEN_MADE, caller, name);
        return new Creation.Created(secret);
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
        if (tokens.deleteOwn(caller.username(), id) > 0) {
            tell(AuditNews.Kind.TOKEN_REVOKED, caller, "");
        }
    }

    private void tell(AuditNews.Kind kind, Caller by, String detail) {
        events.publishEvent(new AuditNews(kind, by.username(), by.username(), by.origin(), detail));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void revokeAll(AccountManagement.RightsChanged account) {
        tokens.deleteAllOf(account.username());
    }

    /** Whoever knew the old password may have made tokens with it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void revokeOthers(AccountManagement.PasswordChanged account) {
        if (account.keptTokens().isEmpty()) {
            tokens.deleteAllOf(account.username());
        } else {
            tokens.deleteOthersOf(account.username(), account.keptTokens());
        }
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

    /** What became of the wish for a token. */
    public sealed interface Creation {

        /** The token exists. Its secret is known only here and now. */
        record Created(TokenSecret secret) implements Creation {}

        /** The name is missing or too long. */
        record BadName() implements Creation {}

        /** The account has as many tokens as it may have. */
        record TooMany() implements Creation {}
    }

    /**
     * What the owner of a token sees of it, which is never the token itself.
     *
     * @param lastUsedAt exact to an hour; null where it was not used yet
     * @param expiresAt null where it can be used until it is revoked
     */
    public record TokenLine(
            long id,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant expiresAt,
            boolean expired) {}

    /** How long a token can be used, as one chooses when creating it. */
    public enum Validity {
        DAYS_30(Duration.ofDays(30)),
        YEAR(Duration.ofDays(365)),
        UNLIMITED(null);

        private final @Nullable Duration duration;

        Validity(@Nullable Duration duration) {
            this.duration = duration;
        }

        @Nullable
        Instant endsAt(Instant start) {
            return duration == null ? null : start.plus(duration);
        }
    }
}
