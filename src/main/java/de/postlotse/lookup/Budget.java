package de.postlotse.lookup;

import de.postlotse.lookup.HostAnswer.Cause;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the promise of the ports: an answer within the budget, and never an exception. */
final class Budget {

    private static final Logger LOG = LoggerFactory.getLogger(Budget.class);

    private Budget() {}

    /**
     * Runs a search on a thread of its own.
     *
     * @param search is given a little less than the budget, so that what it has found by then is still told
     * @param unknown makes the answer that stands for "cannot be told now"
     * @return completes within the budget, on a thread that may block, and never exceptionally
     */
    static <T> CompletableFuture<T> keep(
            Duration budget, Function<Duration, CompletableFuture<T>> search, Function<Cause, T> unknown) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Timer.after(budget, result, () -> result.complete(unknown.apply(Cause.TIMEOUT)));
        Duration time = budget.multipliedBy(19).dividedBy(20);
        CompletableFuture.completedFuture(time)
                .thenComposeAsync(search, DnsClient.THREADS)
                .whenComplete((answer, thrown) -> {
                    if (thrown != null) {
                        LOG.error("a look-up ended in an exception", thrown);
                        result.complete(unknown.apply(Cause.SERVER_FAILURE));
                    } else {
                        result.complete(answer);
                    }
                });
        return result;
    }
}
