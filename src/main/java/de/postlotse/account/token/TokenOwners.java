package de.postlotse.account.token;

import de.postlotse.account.Account;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The accounts that tokens belong to. */
interface TokenOwners extends Repository<Account, String> {

    /** For changes of what an account has at most so many of: they wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.username = :username")
    Optional<Account> findForUpdate(String username);
}
