package de.postlotse.account;

import de.postlotse.store.RetriedWhileStoreIsAway;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is written to by mail, and where; everybody may decide that for themselves. */
@Service
@Transactional
public class Correspondents {

    private final AccountRepository repository;

    Correspondents(AccountRepository repository) {
        this.repository = repository;
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

    /**
     * Decides where the caller is written to, and in which language.
     *
     * @param email empty for nowhere
     * @return whether that can be an address; if not, nothing was changed
     */
    public boolean changeOwn(Caller caller, String email, MailLanguage language) {
        if (!email.isEmpty() && !AccountRules.isEmail(email)) {
            return false;
        }
        Account account = repository.findForUpdate(caller.username()).orElseThrow();
        account.changeEmail(email.isEmpty() ? null : email);
        account.writeIn(language);
        return true;
    }
}
