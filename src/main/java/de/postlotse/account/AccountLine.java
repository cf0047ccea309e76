package de.postlotse.account;

import org.jspecify.annotations.Nullable;

/**
 * What admins see of an account, which is never its password.
 *
 * @param customer null for staff
 * @param email null where none is known
 */
public record AccountLine(
        String username,
        Role role,
        @Nullable String customer,
        @Nullable String email) {}
