package de.postlotse.account;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
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

    /** By user name, so that whoever locks them all does so in the same order. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.role = :role order by a.username")
    List<Account> findForUpdateByRole(Role role);

    @Query("""
            select a from Account a
            where a.username > :after and (a.username like :pattern escape '\\' or lower(a.customer) like :pattern escape '\\')
            order by a.username""")
    List<Account> findPage(String after, String pattern, Limit limit);

    @Query("select a from Account a where a.customer = :customer and a.email is not null order by a.username")
    List<Account> findWithEmail(String customer);

    void delete(Account account);

    boolean existsByUsername(String username);

    boolean existsByRole(Role role);
}
