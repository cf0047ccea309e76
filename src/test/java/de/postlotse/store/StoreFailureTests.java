package de.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.resilience.retry.MethodRetryPredicate;

class StoreFailureTests {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "08003", "40001", "40P01", "53300", "57P01", "57P03", "58030", "25006"})
    void passes(String sqlState) {
        assertThat(StoreFailure.isPassing(failedBy(new SQLException("refused", sqlState))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23503", "42P01", "42601", "22001", "28P01", "25P02", ""})
    void doesNotPass(String sqlState) {
        assertThat(StoreFailure.isPassing(failedBy(new SQLException("refused", sqlState))))
                .isFalse();
    }

    @Test
    void anExhaustedPoolAndADeadlockPass() {
        assertThat(StoreFailure.isPassing(failedBy(new SQLTransientConnectionException("no connection"))))
                .isTrue();
        assertThat(StoreFailure.isPassing(new CannotAcquireLockException("deadlock")))
                .isTrue();
    }

    @Test
    void aLockThatWasWaitedForPassesButIsNotWaitedForTwice() throws NoSuchMethodException {
        RuntimeException locked = failedBy(new SQLException("canceling statement due to lock timeout", "55P03"));
        RuntimeException deadlock = failedBy(new SQLException("deadlock detected", "40P01"));
        Method any = Object.class.getMethod("hashCode");

        assertThat(StoreFailure.isPassing(locked)).isTrue();
        for (MethodRetryPredicate tries :
                List.of(new RetriedWhileStoreIsAway.StoreIsAway(), new RetriedWhileStoreIsAway.Unlocked())) {
            assertThat(tries.shouldRetry(any, locked)).isFalse();
            assertThat(tries.shouldRetry(any, deadlock)).isTrue();
        }
    }

    @Test
    void aFaultOfTheApplicationDoesNot() {
        assertThat(StoreFailure.isPassing(new IllegalStateException())).isFalse();
        assertThat(StoreFailure.isPassing(new DuplicateKeyException("there already")))
                .isFalse();
    }

    private static RuntimeException failedBy(SQLException cause) {
        return new IllegalStateException(new IllegalStateException(cause));
    }
}
