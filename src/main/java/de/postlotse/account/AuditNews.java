package de.postlotse.account;

/**
 * Something that has to be known later: who did what with accounts and what they may see. Where it is published within a
 * transaction, it counts once that is committed.
 *
 * @param username who did it; "?" for a name that nobody has, which may be a password in the wrong field
 * @param subject the account, zone or address that it is about; may be empty
 * @param origin the network address that the request came from; empty where it is not known
 */
public record AuditNews(Kind kind, String username, String subject, String origin, String detail) {

    /** What happened. */
    public enum Kind {
        LOGIN,
        LOGIN_FAILED,
        /** A password was not even looked at, after too many that were wrong. */
        LOGIN_PAUSED,
        /** Somebody who is logged in gave a wrong password to confirm what they do with their account. */
        CONFIRMATION_FAILED,
        ACCESS_DENIED,
        ACCOUNT_CREATED,
        ACCOUNT_CHANGED,
        ACCOUNT_DELETED,
        PASSWORD_CHANGED,
        EMAIL_CHANGED,
        TOKEN_MADE,
        TOKEN_REVOKED,
        /** Staff looked at a customer's zone. */
        ZONE_READ,
        EXPORTED
    }

    static AuditNews of(Kind kind, Caller by, String account, String detail) {
        return new AuditNews(kind, by.username(), account, by.origin(), detail);
    }
}
