package de.postlotse.account;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an account has to look like, whoever makes it. */
final class AccountRules {

    static final int LONGEST_USERNAME = 60;
    static final int SHORTEST_PASSWORD = 12;

    /** BCrypt looks at no more; what is longer would be cut off unseen, or refused by its encoder. */
    static final int PASSWORD_OCTETS = 72;

    /** With a letter or digit, as an address that ends with nothing but dots leads elsewhere. */
    private static final Pattern USERNAME = Pattern.compile("(?=.*[a-z0-9])[a-z0-9._@-]{1," + LONGEST_USERNAME + "}");

    /**
     * An address as mail servers everywhere take it: a dot-atom (RFC 5322 §3.2.3) of at most 64 octets at a host name of
     * at least two labels. Nothing in it could end a header or begin another recipient.
     */
    private static final Pattern EMAIL = Pattern.compile("(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
            + "(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
            + "[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    /** In octets, with the angle brackets that SMTP puts around it (RFC 5321 §4.5.3.1.3, erratum 1690). */
    private static final int LONGEST_EMAIL = 254;

    /** The address of the form for a new account is where one of this name would be. */
    private static final String RESERVED = "new";

    private AccountRules() {}

    static boolean isUsername(String username) {
        return USERNAME.matcher(username).matches() && !username.equals(RESERVED);
    }

    static boolean isEmail(String address) {
        return address.length() <= LONGEST_EMAIL && EMAIL.matcher(address).matches();
    }

    static Optional<Role> role(String name) {
        return Stream.of(Role.values()).filter(role -> role.name().equals(name)).findFirst();
    }

    /** What is wrong with role, customer number, address and password, whether the account exists or not. */
    static Set<AccountProblem> problems(AccountDraft draft) {
        Set<AccountProblem> problems = EnumSet.noneOf(AccountProblem.class);
        role(draft.role())
                .ifPresentOrElse(
                        role -> problems.addAll(problemsOfCustomer(role, draft.customer())),
                        () -> problems.add(AccountProblem.ROLE_WRONG));
        if (draft.email() != null && !draft.email().isEmpty() && !isEmail(draft.email())) {
            problems.add(AccountProblem.EMAIL_WRONG);
        }
        if (draft.password() != null) {
            problems.addAll(problemsOfPassword(draft.password(), draft.username()));
        }
        return problems;
    }

    /** @param username whose password it is to be */
    static Set<AccountProblem> problemsOfPassword(String password, String username) {
        Set<AccountProblem> problems = EnumSet.noneOf(AccountProblem.class);
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            problems.add(AccountProblem.PASSWORD_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > PASSWORD_OCTETS) {
            problems.add(AccountProblem.PASSWORD_LONG);
        } else if (problems.isEmpty() && CommonPasswords.contain(password, username)) {
            problems.add(AccountProblem.PASSWORD_COMMON);
        }
        return problems;
    }

    private static Set<AccountProblem> problemsOfCustomer(Role role, @Nullable String customer) {
        if (role.isStaff()) {
            return customer == null ? Set.of() : Set.of(AccountProblem.CUSTOMER_OF_STAFF);
        }
        if (customer == null) {
            return Set.of(AccountProblem.CUSTOMER_MISSING);
        }
        return CustomerNumber.isValid(customer) ? Set.of() : Set.of(AccountProblem.CUSTOMER_WRONG);
    }
}
