package de.postlotse.account.web;

import de.postlotse.account.AccountLine;
import de.postlotse.account.AccountProblem;
import de.postlotse.account.Role;
import java.util.Set;
import java.util.stream.Collectors;
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
                account.customer() == null ? "" : account.customer(),
                account.email() == null ? "" : account.email(),
                Set.of());
    }

    String on(Model model) {
        model.addAttribute("form", this);
        model.addAttribute("roles", Role.values());
        addTo(model, problems);
        return "account/account";
    }

    /** The problems, and the fields that they are about. */
    static void addTo(Model model, Set<AccountProblem> problems) {
        model.addAttribute("problems", problems);
        model.addAttribute(
                "faulty", problems.stream().map(AccountProblem::field).collect(Collectors.toSet()));
    }
}
