package de.postlotse.account;

import org.jspecify.annotations.Nullable;

/**
 * How somebody is written to.
 *
 * @param customer null for staff
 * @param email null where no address is known
 */
public record Correspondent(
        String username,
        @Nullable String customer,
        @Nullable String email,
        MailLanguage language) {}
