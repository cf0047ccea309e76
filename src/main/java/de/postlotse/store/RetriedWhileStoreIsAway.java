package de.postlotse.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.resilience.retry.MethodRetryPredicate;

/**
 * For transactions that can be carried out twice without harm: each attempt is a transaction of its own. A restart of
 * the store takes about as long as somebody waits for a page; after that the caller is told.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Retryable(
        predicate = RetriedWhileStoreIsAway.StoreIsAway.class,
        maxRetries = 8,
        delay = 50,
        multiplier = 2,
        jitter = 25,
        maxDelay = 1_000,
        timeout = 5_000)
public @interface RetriedWhileStoreIsAway {

    /** Whether a further attempt is of use. */
    class StoreIsAway implements MethodRetryPredicate {

        @Override
        public boolean shouldRetry(Method method, Throwable failure) {
            return StoreFailure.isPassing(failure) && !StoreFailure.isLockedForLong(failure);
        }
    }

    /** For what is tried again for other reasons: not where a lock was waited for long enough. */
    class Unlocked implements MethodRetryPredicate {

        @Override
        public boolean shouldRetry(Method method, Throwable failure) {
            return !StoreFailure.isLockedForLong(failure);
        }
    }
}
