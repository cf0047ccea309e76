package de.postlotse.account;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/**
 * The only way to have a password looked at. That takes a tenth of a second of a processor on purpose, so it is done on
 * a few threads of its own with a short queue: others keep their processors however many try. The same attempt made
 * several times at once is one.
 */
@Component
class LoginGate implements DisposableBean {

    private static final int WAITING_PER_THREAD = 10;

    private final LoginThrottle throttle;
    private final RememberedLogins remembered;
    private final ThreadPoolExecutor threads;
    private final ConcurrentMap<String, CompletableFuture<Object>> running = new ConcurrentHashMap<>();

    LoginGate(LoginThrottle throttle, RememberedLogins remembered) {
        this.throttle = throttle;
        this.remembered = remembered;
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.threads = new ThreadPoolExecutor(
                most,
                most,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(most * WAITING_PER_THREAD),
                Thread.ofPlatform().daemon().name("log-in-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Makes one attempt.
     *
     * @param kind what is looked at besides the password, so that only attempts of one kind are the same
     * @param check ends in a {@link BadCredentialsException} where the password is wrong
     * @throws LoginRefusedException where it was not looked at
     */
    <T> T attempt(Class<T> kind, String username, String address, String password, Supplier<T> check) {
        String key = kind.getName() + remembered.digest(username, address, password);
        if (threads.getQueue().remainingCapacity() == 0 && !running.containsKey(key)) {
            throw LoginRefusedException.busy(); // without the store, whose connections others need
        }
        Duration wait = throttle.pause(username, address);
        if (wait.isPositive()) {
            throw LoginRefusedException.paused(wait);
        }
        CompletableFuture<Object> own = new CompletableFuture<>();
        CompletableFuture<Object> first = running.putIfAbsent(key, own);
        if (first == null) {
            own.whenComplete((result, failure) -> running.remove(key, own));
            start(own, () -> counted(username, address, check));
        }
        try {
            return kind.cast((first == null ? own : first).join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    private void start(CompletableFuture<Object> result, Supplier<?> attempt) {
        try {
            threads.execute(() -> {
                try {
                    result.complete(attempt.get());
                } catch (RuntimeException | Error e) {
                    result.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException full) {
            result.completeExceptionally(LoginRefusedException.busy());
        }
    }

    /** Counts as a failure before it is looked at, so that none of many at the same moment goes uncounted. */
    private <T> T counted(String username, String address, Supplier<T> check) {
        Duration wait = throttle.reserve(username, address);
        if (wait.isPositive()) {
            throw LoginRefusedException.paused(wait);
        }
        try {
            T result = check.get();
            throttle.succeeded(username, address);
            return result;
        } catch (BadCredentialsException wrong) {
            throw wrong;
        } catch (RuntimeException unanswered) {
            throttle.giveBack(username, address);
            throw unanswered;
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
