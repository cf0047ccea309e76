package de.postlotse.account;

import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.store.StoredTime;
import de.postlotse.work.Round;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
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
 * can still use the account, so nobody can be locked out from afar. An attempt counts before it is looked at.
 */
@Component
public class LoginThrottle {

    static final int FAILURES_PER_ACCOUNT = 5;
    static final int FAILURES_PER_ADDRESS = 30;
    static final Duration PAUSE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    LoginThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How long attempts are not looked at from now on; zero where they are. */
    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    Duration pause(String username, String address) {
        Duration ofAccount = pause(account(username, address), FAILURES_PER_ACCOUNT);
        Duration ofAddress = pause(address, FAILURES_PER_ADDRESS);
        return ofAccount.compareTo(ofAddress) > 0 ? ofAccount : ofAddress;
    }

    /**
     * Takes one of the attempts that are left, in one statement each for the account and the address; how long to wait
     * where there is none, else zero. Of two first ones at the same moment one finds the row of the other: that ends its
     * transaction, and in the next one there is something to update.
     */
    @Retryable(
            includes = {DuplicateKeyException.class, TransientDataAccessException.class},
            predicate = RetriedWhileStoreIsAway.Unlocked.class,
            maxRetries = 20,
            delay = 5,
            jitter = 5)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Duration reserve(String username, String address) {
        String account = account(username, address);
        if (!reserve(account, FAILURES_PER_ACCOUNT)) {
            return atLeastAMoment(pause(account, FAILURES_PER_ACCOUNT));
        }
        if (!reserve(address, FAILURES_PER_ADDRESS)) {
            giveBack(account);
            return atLeastAMoment(pause(address, FAILURES_PER_ADDRESS));
        }
        return Duration.ZERO;
    }

    /** The attempt could not be looked at. */
    @RetriedWhileStoreIsAway
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void giveBack(String username, String address) {
        giveBack(account(username, address));
        giveBack(address);
    }

    @RetriedWhileStoreIsAway
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void succeeded(String username, String address) {
        jdbc.sql("delete from login_failure where subject = ?")
                .param(account(username, address))
                .update();
        giveBack(address);
    }

    /** Whoever guesses with ever new names and addresses must not fill the store; one node at a time. */
    @Bean
    Round loginFailurePurge() {
        return new Round("purge-login-failures", PAUSE, context -> purge());
    }

    /** Forgets what no pause hangs on any more; one statement, which needs no transaction around it. */
    void purge() {
        jdbc.sql("delete from login_failure where last_failure_at < ?")
                .param(StoredTime.of(clock.instant().minus(PAUSE.multipliedBy(2))))
                .update();
    }

    /** What was taken may have been given back since. */
    private static Duration atLeastAMoment(Duration pause) {
        return pause.isPositive() ? pause : Duration.ofSeconds(1);
    }

    private Duration pause(String subject, int most) {
        Instant now = clock.instant();
        Optional<OffsetDateTime> last = jdbc.sql(
                        "select last_failure_at from login_failure where subject = ? and failures >= ? and last_failure_at > ?")
                .params(subject, most, StoredTime.of(now.minus(PAUSE)))
                .query(OffsetDateTime.class)
                .optional();
        return last.map(at -> Duration.between(now, at.toInstant().plus(PAUSE))).orElse(Duration.ZERO);
    }

    private boolean reserve(String subject, int most) {
        Instant now = clock.instant();
        int reserved = jdbc.sql("""
                        update login_failure
                        set failures = case when last_failure_at > :since then failures + 1 else 1 end,
                            last_failure_at = :now
                        where subject = :subject and (failures < :most or last_failure_at <= :since)""")
                .param("since", StoredTime.of(now.minus(PAUSE)))
                .param("now", StoredTime.of(now))
                .param("subject", subject)
                .param("most", most)
                .update();
        return reserved > 0 || !isKnown(subject) && insert(subject, now);
    }

    private boolean isKnown(String subject) {
        return jdbc.sql("select count(*) from login_failure where subject = ?")
                        .param(subject)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean insert(String subject, Instant now) {
        return jdbc.sql("insert into login_failure (subject, failures, last_failure_at) values (?, 1, ?)")
                        .params(subject, StoredTime.of(now))
                        .update()
                > 0;
    }

    private void giveBack(String subject) {
        jdbc.sql("update login_failure set failures = failures - 1 where subject = ? and failures > 0")
                .param(subject)
                .update();
    }

    private static String account(String username, String address) {
        String key = username + " from " + address;
        return key.length() <= 200 ? key : key.substring(0, 200);
    }
}
