package de.postlotse.account;

import de.postlotse.store.RetriedWhileStoreIsAway;
import java.util.Locale;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who can log in. User names do not differ by upper case. */
@Service
@Transactional
public class Accounts implements UserDetailsService {

    private final AccountRepository repository;
    private final Passwords passwords;

    Accounts(AccountRepository repository, Passwords passwords) {
        this.repository = repository;
        this.passwords = passwords;
    }

    @Override
    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        return repository
                .findByUsername(username.toLowerCase(Locale.ROOT))
                .map(Account::login)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Creates the account of a customer, unless the name is taken. */
    void createCustomer(String username, String password, String customer) {
        if (!repository.existsByUsername(username)) {
            repository.save(Account.of(username, passwords.hash(password), Role.CUSTOMER, customer));
        }
    }

    /** Creates an account of staff, unless the name is taken. */
    void createStaff(String username, String password, Role role) {
        if (!repository.existsByUsername(username)) {
            repository.save(Account.of(username, passwords.hash(password), role, null));
        }
    }

    @Transactional(readOnly = true)
    boolean hasAdmin() {
        return repository.existsByRole(Role.ADMIN);
    }
}
