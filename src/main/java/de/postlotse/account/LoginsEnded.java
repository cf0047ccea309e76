package de.postlotse.account;

/**
 * Whoever is logged in with the account has to do so again. Published within the transaction of the change.
 *
 * @param exceptHere whether the session in which the account's owner does this goes on
 */
public record LoginsEnded(String username, boolean exceptHere) {}
