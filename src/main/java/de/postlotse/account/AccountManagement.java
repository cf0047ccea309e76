package de.postlotse.account;

import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.store.StorableText;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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
    private final ApiTokenRepository tokens;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;

    AccountManagement(
            AccountRepository repository,
            ApiTokenRepository tokens,
            Passwords passwords,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.tokens = tokens;
        this.passwords = passwords;
        this.events = events;
    }

    /** Those whose user name or customer number begins with the text, from the one behind a user name on. */
    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public AccountPage list(Caller caller, String beginning, String after) {
        requireAdmin(caller);
        List<AccountLine> found =
                repository.findPage(StorableText.withoutNul(after), pattern(beginning), Limit.of(PAGE + 1)).stream()
                        .map(Account::line)
                        .toList();
        return found.size() <= PAGE
                ? new AccountPage(found, null)
                : new AccountPage(found.subList(0, PAGE), found.get(PAGE - 1).username());
    }

    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public Optional<AccountLine> find(Caller caller, String username) {
        requireAdmin(caller);
        return repository.findByUsername(username.toLowerCase(Locale.ROOT)).map(Account::line);
    }

    public AccountOutcome save(Caller caller, AccountDraft draft, SaveMode mode) {
        requireAdmin(caller);
        Set<AccountProblem> problems = AccountRules.problems(draft);
        String hash = problems.isEmpty() && draft.password() != null ? passwords.hash(draft.password()) : null;
        List<Account> admins = lockAdmins(caller);
        Account account = repository.findForUpdate(draft.username()).orElse(null);
        if (account == null && mode == SaveMode.CHANGE) {
            return new AccountOutcome.Missing();
        }
        problems.addAll(account == null ? problemsOfNew(draft) : problemsOfExisting(account, draft, mode, admins));
        if (!problems.isEmpty()) {
            return new AccountOutcome.Refused(problems);
        }
        Role role = AccountRules.role(draft.role()).orElseThrow();
        return account == null ? create(caller, draft, role, hash) : change(caller, account, draft, role, hash);
    }

    public AccountOutcome delete(Caller caller, String username) {
        requireAdmin(caller);
        List<Account> admins = lockAdmins(caller);
        Account account =
                repository.findForUpdate(username.toLowerCase(Locale.ROOT)).orElse(null);
        if (account == null) {
            return new AccountOutcome.Missing();
        }
        if (isLast(account, admins)) {
            return new AccountOutcome.Refused(EnumSet.of(AccountProblem.LAST_ADMIN));
        }
        AccountLine deleted = account.line();
        tokens.deleteAllOf(deleted.username());
        repository.delete(account);
        events.publishEvent(new LoginsEnded(deleted.username(), false));
        log.info("{} deleted the account {}", caller.username(), deleted);
        return new AccountOutcome.Deleted();
    }

    /** Gives the caller a new password, unless the one that was checked is no longer theirs. */
    boolean replaceOwnPassword(Caller caller, String checkedHash, String newHash) {
        Account account = repository.findForUpdate(caller.username()).orElse(null);
        if (account == null || !account.hasPassword(checkedHash)) {
            return false;
        }
        account.changePassword(newHash);
        events.publishEvent(new LoginsEnded(caller.username(), true));
        log.info("{} changed the own password", caller.username());
        return true;
    }

    private AccountOutcome create(Caller caller, AccountDraft draft, Role role, @Nullable String hash) {
        if (hash == null) {
            throw new IllegalArgumentException("a new account without a password");
        }
        Account account = repository.save(Account.of(draft.username(), hash, role, draft.customer()));
        takeEmail(account, draft);
        AccountLine created = account.line();
        log.info("{} created the account {}", caller.username(), created);
        return new AccountOutcome.Created(created);
    }

    private AccountOutcome change(
            Caller caller, Account account, AccountDraft draft, Role role, @Nullable String hash) {
        AccountLine before = account.line();
        boolean otherRights = !account.hasRights(role, draft.customer());
        account.become(role, draft.customer());
        takeEmail(account, draft);
        AccountLine after = account.line();
        if (hash != null) {
            account.changePassword(hash);
        }
        if (otherRights) {
            tokens.deleteAllOf(after.username());
        }
        if (otherRights || hash != null) {
            boolean own = caller.username().equals(after.username());
            events.publishEvent(new LoginsEnded(after.username(), own && !otherRights));
        }
        if (hash != null || !before.equals(after)) {
            log.info(
                    "{} changed the account {} to {}{}",
                    caller.username(),
                    before,
                    after,
                    hash == null ? "" : " with a new password");
        }
        return new AccountOutcome.Changed(after);
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

    private static void requireAdmin(Caller caller) {
        if (caller.role() != Role.ADMIN) {
            throw new AccessDeniedException("not an admin");
        }
    }

    private static String pattern(String beginning) {
        return StorableText.withoutNul(beginning)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
    }
}
