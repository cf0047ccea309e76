package de.postlotse.account;

import de.postlotse.store.RetriedWhileStoreIsAway;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    Accounts(AccountRepository repository) {
        this.repository = repository;
    }

    @Override
    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        return find(username).orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    Optional<UserDetails> find(String username) {
        return repository.findByUsername(username.toLowerCase(Locale.ROOT)).map(Account::login);
    }

    /**
     * Creates an account, unless the name is taken.
     *
     * @param passwordHash asked for only where it is needed: a hash takes a tenth of a second
     * @param customer null for staff
     */
    void create(String username, Supplier<String> passwordHash, Role role, @Nullable String customer) {
        if (!repository.existsByUsername(username)) {
            repository.save(Account.of(username, passwordHash.get(), role, customer));
        }
    }

    @Transactional(readOnly = true)
    boolean hasAdmin() {
        return repository.existsByRole(Role.ADMIN);
    }
}
