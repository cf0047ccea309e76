package de.postlotse.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An account as somebody wants it to be, as typed.
 *
 * @param email null where the one that the account has is to stay, empty where it is to have none
 * @param password null where the one that the account has is to stay
 */
public record AccountDraft(
        String username,
        String role,
        @Nullable String customer,
        @Nullable String email,
        @Nullable String password) {

    /** User names do not differ by upper case; what was left empty was not given. */
    public AccountDraft {
        username = username.strip().toLowerCase(Locale.ROOT);
        role = role.strip();
        customer = customer == null || customer.isBlank() ? null : customer.strip();
        email = email == null ? null : email.strip();
        password = password == null || password.isEmpty() ? null : password;
    }

    /** Never the password. */
    @Override
    public String toString() {
        return username + " as " + role;
    }
}
