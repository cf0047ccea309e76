package de.postlotse.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The jobs of one kind, and what staff want of them meanwhile. The order to work on a job is durable: it is kept, chunk
 * after chunk, until every item was tried or staff stop the job; another node takes it over where one was killed.
 *
 * @param <S> what can become of an item
 */
public final class Jobs<S extends Enum<S>> {

    private final JobKind<?, S> kind;
    private final JobStore<S> store;
    private final ChunkRunner<?, S> runner;
    private final ObjectProvider<Scheduler> scheduler;
    private final TransactionOperations transaction;
    private final Clock clock;

    public <I extends JobKind.JobItem> Jobs(
            JobKind<I, S> kind,
            JobStore<S> store,
            ObjectProvider<Scheduler> scheduler,
            TransactionOperations transaction,
            Clock clock) {
        this.kind = kind;
        this.store = store;
        this.runner = new ChunkRunner<>(kind, store, clock);
        this.scheduler = scheduler;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The task that works on a job. */
    public CustomTask<Void> task() {
        return Tasks.custom(TaskDescriptor.of(kind.task()))
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(1)))
                .execute((instance, context) -> {
                    long id = Long.parseLong(instance.getId());
                    Instant next = store.find(id)
                            .map(job -> runner.run(
                                    job, () -> context.getSchedulerState().isShuttingDown()))
                            .orElseGet(clock::instant);
                    return (complete, operations) -> goOn(id, next, complete, operations);
                });
    }

    /** Looks under the lock that staff's wishes hold too: one is either seen here or makes a new order. */
    private void goOn(long id, Instant next, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        transaction.executeWithoutResult(status -> {
            if (store.lock(id).filter(Job::isRunning).isEmpty()) {
                operations.stop();
            } else if (store.hasWaiting(id)) {
                operations.reschedule(complete, next);
            } else {
                store.setState(id, JobState.DONE);
                operations.stop();
            }
        });
        scheduler.getObject().triggerCheckForDueExecutions();
    }

    public JobProgress<S> progress(Job job) {
        return new JobProgress<>(job, store.counts(job.id()), isOrdered(job.id()));
    }

    /** Whether a node works on a job or is about to. */
    private boolean isOrdered(long id) {
        return scheduler
                .getObject()
                .getScheduledExecution(TaskInstanceId.of(kind.task(), Long.toString(id)))
                .isPresent();
    }

    /** Does something with a job, in one transaction and under its lock; nothing where there is no such job. */
    public <T> Optional<T> locked(long id, Function<Job, T> action) {
        return transaction.execute(status -> store.lock(id).map(action));
    }

    /** In the transaction that has made or locked the job. */
    public void setState(long id, JobState state) {
        store.setState(id, state);
    }

    /** Lets a job run from now on, in the transaction that has made or locked it. */
    public void run(long id) {
        store.setState(id, JobState.RUNNING);
        order(id);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.getObject().triggerCheckForDueExecutions();
            }
        });
    }

    private void order(long id) {
        SchedulerClient client = scheduler.getObject();
        String instance = Long.toString(id);
        boolean isNew = client.scheduleIfNotExists(
                TaskDescriptor.of(kind.task()).instance(instance).scheduledTo(clock.instant()));
        if (!isNew) {
            try {
                client.reschedule(TaskInstanceId.of(kind.task(), instance), clock.instant());
            } catch (TaskInstanceCurrentlyExecutingException | ExecutionException atWorkOrPickedJustNow) {
                // It looks, under the lock that is held here, whether it is to go on.
            } catch (TaskInstanceNotFoundException justEnded) {
                throw new IllegalStateException("the order of job " + id + " ended without its lock", justEnded);
            }
        }
    }

    /** Stops a job that runs, after the items that are being worked. */
    public void stop(long id) {
        transaction.executeWithoutResult(status ->
                store.lock(id).filter(Job::isRunning).ifPresent(running -> store.setState(id, JobState.STOPPED)));
    }

    /** Goes on with a job that is stopped, or tries now what it waits for. */
    public void goOn(long id) {
        runIf(id, job -> job.isRunning() || (job.state() == JobState.STOPPED && kind.mayGoOn(id)));
    }

    /** Tries the items again of which another attempt may go better. */
    public void tryAgain(long id) {
        runIf(id, job -> kind.mayGoOn(id) && store.waitAgain(id, kind.triedAgain()) > 0);
    }

    private void runIf(long id, Predicate<Job> runs) {
        transaction.executeWithoutResult(status -> store.lock(id).filter(runs).ifPresent(job -> run(id)));
    }
}
