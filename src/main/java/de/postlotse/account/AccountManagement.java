package de.postlotse.account;

import de.postlotse.store.KeysetPage;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.store.StorableText;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What admins do with accounts. Each change locks all admins, so that one of them always stays. */
@Service
@Transactional
public class AccountManagement {

    public static final int PAGE = 100;

    private static final Logger log = LoggerFactory.getLogger(AccountManagement.class);

    private final AccountRepository repository;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;

    AccountManagement(AccountRepository repository, Passwords passwords, ApplicationEventPublisher events) {
        this.repository = repository;
        this.passwords = passwords;
        this.events = events;
    }

    /** Those whose user name or customer number begins with the text, from the one behind a user name on. */
    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public KeysetPage<AccountLine, String> list(Caller caller, String beginning, String after) {
        caller.requireAdmin();
        List<AccountLine> found =
                repository.findPage(StorableText.withoutNul(after), pattern(beginning), Limit.of(PAGE + 1)).stream()
                        .map(Account::line)
                        .toList();
        return KeysetPage.of(found, PAGE, AccountLine::username);
    }

    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public Optional<AccountLine> find(Caller caller, String username) {
        caller.requireAdmin();
        return repository.findByUsername(username.toLowerCase(Locale.ROOT)).map(Account::line);
    }

    public Outcome save(Caller caller, AccountDraft draft, SaveMode mode) {
        caller.requireAdmin();
        Set<AccountProblem> problems = AccountRules.problems(draft);
        String hash = problems.isEmpty() && draft.password() != null ? passwords.hash(draft.password()) : null;
        List<Account> admins = lockAdmins(caller);
        Account account = repository.findForUpdate(draft.username()).orElse(null);
        if (account == null && mode == SaveMode.CHANGE) {
            return new Outcome.Missing();
        }
        problems.addAll(account == null ? problemsOfNew(draft) : problemsOfExisting(account, draft, mode, admins));
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        Role role = AccountRules.role(draft.role()).orElseThrow();
        return account == null ? create(caller, draft, role, hash) : change(caller, account, draft, role, hash);
    }

    public Outcome delete(Caller caller, String username) {
        caller.requireAdmin();
        List<Account> admins = lockAdmins(caller);
        Account account =
                repository.findForUpdate(username.toLowerCase(Locale.ROOT)).orElse(null);
        if (account == null) {
            return new Outcome.Missing();
        }
        if (isLast(account, admins)) {
            return new Outcome.Refused(EnumSet.of(AccountProblem.LAST_ADMIN));
        }
        AccountLine deleted = account.line();
        events.publishEvent(new RightsChanged(deleted.username()));
        repository.delete(account);
        events.publishEvent(new LoginsEnded(deleted.username(), false));
        log.info("{} deleted the account {}", caller.username(), deleted);
        tell(AuditNews.Kind.ACCOUNT_DELETED, caller, deleted.username(), deleted.toString());
        return new Outcome.Deleted();
    }

    /** Gives the caller a new password, unless the one that was checked is no longer theirs. */
    boolean replaceOwnPassword(Caller caller, String checkedHash, String newHash, Set<Long> keptTokens) {
        Account account = repository.findForUpdate(caller.username()).orElse(null);
        if (account == null || !account.hasPassword(checkedHash)) {
            return false;
        }
        account.changePassword(newHash);
        events.publishEvent(new PasswordChanged(caller.username(), keptTokens));
        events.publishEvent(account.news(AccountNews.Kind.PASSWORD_CHANGED));
        events.publishEvent(new LoginsEnded(caller.username(), true));
        log.info("{} changed the own password", caller.username());
        tell(AuditNews.Kind.PASSWORD_CHANGED, caller, caller.username(), "");
        return true;
    }

    private Outcome create(Caller caller, AccountDraft draft, Role role, @Nullable String hash) {
        if (hash == null) {
            throw new IllegalArgumentException("a new account without a password");
        }
        Account account = repository.save(Account.of(draft.username(), hash, role, draft.customer()));
        takeEmail(account, draft);
        AccountLine created = account.line();
        log.info("{} created the account {}", caller.username(), created);
        tell(AuditNews.Kind.ACCOUNT_CREATED, caller, created.username(), created.toString());
        return new Outcome.Created(created);
    }

    private Outcome change(Caller caller, Account account, AccountDraft draft, Role role, @Nullable String hash) {
        AccountLine before = account.line();
        AccountNews otherEmail = account.news(AccountNews.Kind.EMAIL_CHANGED);
        AccountNews otherPassword = account.news(AccountNews.Kind.PASSWORD_CHANGED);
        boolean otherRights = !account.hasRights(role, draft.customer());
        account.become(role, draft.customer());
        takeEmail(account, draft);
        AccountLine after = account.line();
        if (hash != null) {
            account.changePassword(hash);
            events.publishEvent(new PasswordChanged(after.username(), Set.of()));
            events.publishEvent(otherPassword);
        }
        if (!Objects.equals(before.email(), after.email())) {
            events.publishEvent(otherEmail);
        }
        if (otherRights) {
            events.publishEvent(new RightsChanged(after.username()));
        }
        if (otherRights || hash != null) {
            boolean own = caller.username().equals(after.username());
            events.publishEvent(new LoginsEnded(after.username(), own && !otherRights));
        }
        if (hash != null) {
            tell(AuditNews.Kind.PASSWORD_CHANGED, caller, after.username(), "");
        }
        if (!before.equals(after)) {
            tell(AuditNews.Kind.ACCOUNT_CHANGED, caller, after.username(), before + " -> " + after);
        }
        if (hash != null || !before.equals(after)) {
            log.info(
                    "{} changed the account {} to {}{}",
                    caller.username(),
                    before,
                    after,
                    hash == null ? "" : " with a new password");
        }
        return new Outcome.Changed(after);
    }

    private void tell(AuditNews.Kind kind, Caller by, String account, String detail) {
        events.publishEvent(AuditNews.of(kind, by, account, detail));
    }

    private static void takeEmail(Account account, AccountDraft draft) {
        if (draft.email() != null) {
            account.changeEmail(draft.email().isEmpty() ? null : draft.email());
        }
    }

    private static Set<AccountProblem> problemsOfNew(AccountDraft draft) {
        Set<AccountProblem> problems = EnumSet.noneOf(AccountProblem.class);
        if (!AccountRules.isUsername(draft.username())) {
            problems.add(AccountProblem.USERNAME_WRONG);
        }
        if (draft.password() == null) {
            problems.add(AccountProblem.PASSWORD_MISSING);
        }
        return problems;
    }

    private static Set<AccountProblem> problemsOfExisting(
            Account account, AccountDraft draft, SaveMode mode, List<Account> admins) {
        if (mode == SaveMode.CREATE) {
            return EnumSet.of(AccountProblem.USERNAME_TAKEN);
        }
        boolean demoted = AccountRules.role(draft.role())
                .filter(role -> role != Role.ADMIN)
                .isPresent();
        return demoted && isLast(account, admins) ? EnumSet.of(AccountProblem.LAST_ADMIN) : Set.of();
    }

    private static boolean isLast(Account account, List<Account> admins) {
        return admins.size() == 1 && admins.contains(account);
    }

    /** In one order, so that nobody waits for somebody who waits for them; a caller who was one may be none now. */
    private List<Account> lockAdmins(Caller caller) {
        List<Account> admins = repository.findForUpdateByRole(Role.ADMIN);
        if (admins.stream().noneMatch(admin -> admin.line().username().equals(caller.username()))) {
            throw new AccessDeniedException("no longer an admin");
        }
        return admins;
    }

    private static String pattern(String beginning) {
        return StorableText.escapedForLike(StorableText.of(beginning).toLowerCase(Locale.ROOT)) + "%";
    }

    /** What became of a change of an account. */
    public sealed interface Outcome {

        record Created(AccountLine account) implements Outcome {}

        /** It is as wanted now, and perhaps was before. */
        record Changed(AccountLine account) implements Outcome {}

        record Deleted() implements Outcome {}

        record Missing() implements Outcome {}

        /** Nothing was changed. */
        record Refused(Set<AccountProblem> problems) implements Outcome {}
    }

    /** Whether whoever saves an account expects it to exist. */
    public enum SaveMode {
        CREATE,
        CHANGE,
        EITHER
    }

    /**
     * Whoever is logged in with the account has to do so again. Published within the transaction of the change.
     *
     * @param exceptHere whether the session in which the account's owner does this goes on
     */
    public record LoginsEnded(String username, boolean exceptHere) {}

    /**
     * An account has another password: whoever had the old one is to have nothing left. Published within the transaction
     * of the change.
     *
     * @param keptTokens those that the owner wants to go on using
     */
    public record PasswordChanged(String username, Set<Long> keptTokens) {}

    /**
     * An account is about to end, or may do other things than before: what acted in its name without a log-in ends, too.
     * Published within the transaction of the change.
     */
    public record RightsChanged(String username) {}
}
