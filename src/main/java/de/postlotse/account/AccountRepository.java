package de.postlotse.account;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, String> {

    Account save(Account account);

    Optional<Account> findByUsername(String username);

    /** For changes of what an account has at most so many of: they wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.username = :username")
    Optional<Account> findForUpdate(String username);

    boolean existsByUsername(String username);

    boolean existsByRole(Role role);
}
