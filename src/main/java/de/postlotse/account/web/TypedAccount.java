package de.postlotse.account.web;

import de.postlotse.account.AccountDraft;
import org.jspecify.annotations.Nullable;

/** An account as somebody sends it, without its name. */
record TypedAccount(
        @Nullable String role,
        @Nullable String customer,
        @Nullable String email,
        @Nullable String password) {

    AccountDraft draft(String username) {
        return new AccountDraft(username, role == null ? "" : role, customer, email, password);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "account to put as " + role;
    }
}
