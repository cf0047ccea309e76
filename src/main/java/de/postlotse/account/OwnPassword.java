package de.postlotse.account;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Service;

/** Lets everybody change the own password. Guessing the old one is as slow as at the log-in. */
@Service
public class OwnPassword {

    private final Accounts accounts;
    private final AccountManagement management;
    private final Passwords passwords;
    private final LoginThrottle throttle;

    OwnPassword(Accounts accounts, AccountManagement management, Passwords passwords, LoginThrottle throttle) {
        this.accounts = accounts;
        this.management = management;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** What is wrong, or nothing where the password is changed. */
    public Set<AccountProblem> change(Caller caller, String old, String wanted) {
        Set<AccountProblem> problems = AccountRules.problemsOfPassword(wanted);
        if (!problems.isEmpty()) {
            return problems;
        }
        if (throttle.isPaused(caller.username(), caller.origin())) {
            return EnumSet.of(AccountProblem.OLD_PASSWORD_PAUSED);
        }
        UserDetails known = accounts.loadUserByUsername(caller.username());
        String hash = String.valueOf(known.getPassword());
        if (!passwords.matches(old, hash)) {
            throttle.failed(caller.username(), caller.origin());
            return EnumSet.of(AccountProblem.OLD_PASSWORD_WRONG);
        }
        throttle.succeeded(caller.username(), caller.origin());
        return management.replaceOwnPassword(caller, hash, passwords.hash(wanted))
                ? EnumSet.noneOf(AccountProblem.class)
                : EnumSet.of(AccountProblem.OLD_PASSWORD_WRONG);
    }
}
