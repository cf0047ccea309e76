package de.postlotse.account;

import de.postlotse.store.RetriedWhileStoreIsAway;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is written to by mail, and where; everybody may decide that for themselves. */
@Service
@Transactional
public class Correspondents {

    private final AccountRepository repository;
    private final ApplicationEventPublisher events;

    Correspondents(AccountRepository repository, ApplicationEventPublisher events) {
        this.repository = repository;
        this.events = events;
    }

    /** The accounts of a customer that have an address. */
    @Transactional(readOnly = true)
    public List<Correspondent> of(String customer) {
        return repository.findWithEmail(customer).stream()
                .map(Account::correspondent)
                .toList();
    }

    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public Optional<Correspondent> find(String username) {
        return repository.findByUsername(username).map(Account::correspondent);
    }

    /** @param email empty for nowhere */
    public static boolean isPossible(String email) {
        return email.isEmpty() || AccountRules.isEmail(email);
    }

    /**
     * Decides where the caller is written to, and in which language.
     *
     * @param email empty for nowhere
     * @return whether that can be an address; if not, nothing was changed
     */
    public boolean changeOwn(Caller caller, String email, Correspondent.Language language) {
        if (!isPossible(email)) {
            return false;
        }
        Account account = repository.findForUpdate(caller.username()).orElseThrow();
        AccountNews otherEmail = account.news(AccountNews.Kind.EMAIL_CHANGED);
        if (!email.equals(Objects.requireNonNullElse(otherEmail.email(), ""))) {
            events.publishEvent(otherEmail);
            events.publishEvent(AuditNews.of(
                    AuditNews.Kind.EMAIL_CHANGED, caller, caller.username(), otherEmail.email() + " -> " + email));
        }
        account.changeEmail(email.isEmpty() ? null : email);
        account.writeIn(language);
        return true;
    }

    /** Decides whether the caller hears by mail of their domains that are broken, and fine again. */
    public void mailHealth(Caller caller, boolean wanted) {
        repository.findForUpdate(caller.username()).orElseThrow().mailHealth(wanted);
    }
}
