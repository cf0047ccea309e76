package de.postlotse.account.web;

import de.postlotse.account.AccountLine;
import de.postlotse.account.AccountProblem;
import de.postlotse.account.Role;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** The form of an account, with what was typed but never with a password. */
record AccountForm(
        boolean isNew, String username, String role, String customer, String email, Set<AccountProblem> problems) {

    static AccountForm fresh() {
        return new AccountForm(true, "", Role.CUSTOMER.name(), "", "", Set.of());
    }

    static AccountForm of(AccountLine account) {
        return new AccountForm(
                false,
                account.username(),
                account.role().name(),
                text(account.customer()),
                text(account.email()),
                Set.of());
    }

    static AccountForm of(boolean isNew, String username, TypedAccount typed, Set<AccountProblem> problems) {
        return new AccountForm(
                isNew, username, text(typed.role()), text(typed.customer()), text(typed.email()), problems);
    }

    String on(Model model) {
        model.addAttribute("form", this);
        model.addAttribute("roles", Role.values());
        addTo(model, problems);
        return "account/account";
    }

    /** What is wrong, by the field that it is about; the first thing where there are several. */
    static void addTo(Model model, Set<AccountProblem> problems) {
        model.addAttribute(
                "faults",
                problems.stream().collect(Collectors.toMap(AccountProblem::field, problem -> problem, (a, b) -> a)));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
