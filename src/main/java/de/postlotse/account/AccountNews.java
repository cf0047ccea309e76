package de.postlotse.account;

import org.jspecify.annotations.Nullable;

/**
 * Something happened to an account that its owner should know of, in case it was not they. Published within the
 * transaction of the change.
 *
 * @param email where the owner was written to before the change; null for nowhere
 */
public record AccountNews(String username, @Nullable String email, Correspondent.Language language, Kind kind) {

    /** What happened. */
    public enum Kind {
        PASSWORD_CHANGED,
        EMAIL_CHANGED,
        TOKEN_MADE
    }
}
