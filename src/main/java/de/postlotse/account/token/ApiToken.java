package de.postlotse.account.token;

import de.postlotse.account.Account;
import de.postlotse.account.Login;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets programs act as an account, without its password. */
@Entity
class ApiToken {

    /** The time of the last use is for people; writing it down at each request would cost more than it tells. */
    static final Duration USE_NOTED_EVERY = Duration.ofHours(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "username")
    private Account account;

    private String name;
    private String tokenHash;
    private Instant createdAt;
    private @Nullable Instant lastUsedAt;
    private @Nullable Instant expiresAt;

    protected ApiToken() {}

    static ApiToken of(Account account, String name, TokenSecret secret, ApiTokens.Validity validity, Instant now) {
        ApiToken token = new ApiToken();
        token.account = account;
        token.name = name;
        token.tokenHash = secret.hash();
        token.createdAt = now;
        token.expiresAt = validity.endsAt(now);
        return token;
    }

    Login login() {
        return account.login();
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    boolean isUseToBeNoted(Instant now) {
        return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(USE_NOTED_EVERY));
    }

    ApiTokens.TokenLine line(Instant now) {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return new ApiTokens.TokenLine(id, name, createdAt, lastUsedAt, expiresAt, isExpired(now));
    }
}
