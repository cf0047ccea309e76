package de.postlotse.account;

import de.postlotse.store.RetriedWhileStoreIsAway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes guessing passwords slow, whichever node is asked: after a few failures for one account from one address, and
 * after more from one address for any account, further attempts are not even looked at for a while. Other addresses
 * can still use the account, so nobody can be locked out from afar.
 */
@Component
class LoginThrottle {

    static final int FAILURES_PER_ACCOUNT = 5;
    static final int FAILURES_PER_ADDRESS = 30;
    static final Duration PAUSE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    LoginThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    boolean isPaused(String username, String address) {
        return failures(account(username, address)) >= FAILURES_PER_ACCOUNT
                || failures(address) >= FAILURES_PER_ADDRESS;
    }

    /**
     * Counts a failed log-in. Of two first failures at the same moment one finds the row of the other: that ends its
     * transaction, and in the next one there is something to update.
     */
    @Retryable(
            includes = {DuplicateKeyException.class, TransientDataAccessException.class},
            maxRetries = 5,
            delay = 5)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void failed(String username, String address) {
        List.of(account(username, address), address).forEach(this::count);
    }

    @RetriedWhileStoreIsAway
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void succeeded(String username, String address) {
        jdbc.sql("delete from login_failure where subject = ?")
                .param(account(username, address))
                .update();
    }

    private int failures(String subject) {
        return jdbc.sql("select failures from login_failure where subject = ? and last_failure_at > ?")
                .params(subject, timestamp(clock.instant().minus(PAUSE)))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private void count(String subject) {
        Instant now = clock.instant();
        int counted = jdbc.sql("""
                        update login_failure
                        set failures = case when last_failure_at > ? then failures + 1 else 1 end, last_failure_at = ?
                        where subject = ?""")
                .params(timestamp(now.minus(PAUSE)), timestamp(now), subject)
                .update();
        if (counted == 0) {
            jdbc.sql("insert into login_failure (subject, failures, last_failure_at) values (?, 1, ?)")
                    .params(subject, timestamp(now))
                    .update();
        }
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String account(String username, String address) {
        String key = username + " from " + address;
        return key.length() <= 200 ? key : key.substring(0, 200);
    }
}
