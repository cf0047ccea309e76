package de.postlotse.account;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Service;

/** Lets everybody change the own password. Guessing the old one is as slow as at the log-in, and told of as well. */
@Service
public class OwnPassword {

    private final Accounts accounts;
    private final AccountManagement management;
    private final Passwords passwords;
    private final LoginGate gate;
    private final ApplicationEventPublisher events;

    OwnPassword(
            Accounts accounts,
            AccountManagement management,
            Passwords passwords,
            LoginGate gate,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.management = management;
        this.passwords = passwords;
        this.gate = gate;
        this.events = events;
    }

    /** What is wrong with a password that is to show that it is the caller who asks; nothing where it is right. */
    public Optional<AccountProblem> confirm(Caller caller, String password) {
        return look(caller, password).problem();
    }

    /**
     * What is wrong, or nothing where the password is changed.
     *
     * @param keptTokens the tokens that go on; all others end with the old password
     */
    public Set<AccountProblem> change(Caller caller, String old, String wanted, Set<Long> keptTokens) {
        Set<AccountProblem> problems = AccountRules.problemsOfPassword(wanted, caller.username());
        if (!problems.isEmpty()) {
            return problems;
        }
        Look look = look(caller, old);
        if (look.problem().isPresent()) {
            return EnumSet.of(look.problem().get());
        }
        return management.replaceOwnPassword(caller, look.hash(), passwords.hash(wanted), keptTokens)
                ? EnumSet.noneOf(AccountProblem.class)
                : EnumSet.of(AccountProblem.OLD_PASSWORD_WRONG);
    }

    private Look look(Caller caller, String password) {
        try {
            String hash = gate.attempt(
                    String.class, caller.username(), caller.origin(), password, () -> rightHash(caller, password));
            return new Look(hash, Optional.empty());
        } catch (BadCredentialsException wrong) {
            events.publishEvent(AuditNews.of(AuditNews.Kind.CONFIRMATION_FAILED, caller, "", ""));
            return new Look("", Optional.of(AccountProblem.OLD_PASSWORD_WRONG));
        } catch (LoginRefusedException refused) {
            if (refused.isPaused()) {
                events.publishEvent(AuditNews.of(AuditNews.Kind.LOGIN_PAUSED, caller, "", ""));
            }
            return new Look("", Optional.of(AccountProblem.OLD_PASSWORD_PAUSED));
        }
    }

    private String rightHash(Caller caller, String password) {
        String hash =
                String.valueOf(accounts.loadUserByUsername(caller.username()).getPassword());
        if (!passwords.matches(password, hash)) {
            throw new BadCredentialsException("wrong password");
        }
        return hash;
    }

    /** @param hash of the password, as stored; empty where there is a problem */
    private record Look(String hash, Optional<AccountProblem> problem) {}
}
