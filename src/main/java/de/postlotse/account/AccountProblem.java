package de.postlotse.account;

import java.util.List;
import java.util.Locale;

/** Why a change of an account is refused, in the order in which one is told. */
public enum AccountProblem {
    USERNAME_WRONG("username", AccountRules.LONGEST_USERNAME),
    USERNAME_TAKEN("username"),
    ROLE_WRONG("role"),
    LAST_ADMIN("role"),
    CUSTOMER_MISSING("customer"),
    CUSTOMER_WRONG("customer", CustomerNumber.LONGEST),
    CUSTOMER_OF_STAFF("customer"),
    EMAIL_WRONG("email"),
    EMAIL_MISSING("email"),
    OLD_PASSWORD_WRONG("old"),
    OLD_PASSWORD_PAUSED("old"),
    PASSWORD_MISSING("password"),
    PASSWORD_SHORT("password", AccountRules.SHORTEST_PASSWORD),
    PASSWORD_LONG("password", AccountRules.PASSWORD_OCTETS),
    PASSWORD_COMMON("password");

    private final String field;
    private final List<Object> arguments;

    AccountProblem(String field, Object... arguments) {
        this.field = field;
        this.arguments = List.of(arguments);
    }

    /** What is at fault, by its name in forms and in JSON. */
    public String field() {
        return field;
    }

    /** Its stable name for programs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the message is to name. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
