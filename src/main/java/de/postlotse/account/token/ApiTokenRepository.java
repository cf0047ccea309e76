package de.postlotse.account.token;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ApiTokenRepository extends Repository<ApiToken, Long> {

    ApiToken save(ApiToken token);

    /** With its account, since this is asked at every call of the API. */
    @Query("select t from ApiToken t join fetch t.account where t.tokenHash = :hash")
    Optional<ApiToken> findByHash(String hash);

    @Query("select t from ApiToken t where t.account.username = :username order by t.id desc")
    List<ApiToken> findOwn(String username);

    @Query("select t from ApiToken t where t.account.username = :username and t.tokenHash = :hash")
    Optional<ApiToken> findOwnByHash(String username, String hash);

    @Query("select count(t) from ApiToken t where t.account.username = :username")
    long countOwn(String username);

    @Modifying
    @Query("delete from ApiToken t where t.account.username = :username and t.id = :id")
    int deleteOwn(String username, long id);

    @Modifying
    @Query("delete from ApiToken t where t.account.username = :username")
    void deleteAllOf(String username);

    @Modifying
    @Query("delete from ApiToken t where t.account.username = :username and t.id not in :kept")
    void deleteOthersOf(String username, Collection<Long> kept);

    /** By a statement of its own, so that a token that is revoked meanwhile stays revoked and the call goes through. */
    @Modifying
    @Query("update ApiToken t set t.lastUsedAt = :now where t.tokenHash = :hash")
    void noteUse(String hash, Instant now);
}
