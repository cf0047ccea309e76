package de.postlotse.takeover;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import de.postlotse.account.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The lists that staff want to be taken over, and what they want of them meanwhile. */
@Service
public class TakeOverLists {

    /** Failed zones of a page. */
    public static final int PAGE = 200;

    private static final int SHOWN = 20;

    private final TakeOverStore store;
    private final ObjectProvider<Scheduler> scheduler;
    private final TransactionOperations transaction;
    private final Clock clock;

    TakeOverLists(
            TakeOverStore store, ObjectProvider<Scheduler> scheduler, TransactionOperations transaction, Clock clock) {
        this.store = store;
        this.scheduler = scheduler;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps a list and starts to work on it.
     *
     * @param nameServer the only one to ask; null where each zone is to be found
     * @return the list's id
     */
    public long add(Caller caller, @Nullable String nameServer, List<ListEntry> entries) {
        requireStaff(caller);
        Long id = transaction.execute(status -> {
            long list = store.add(caller, nameServer, entries, clock.instant());
            order(list);
            return list;
        });
        start();
        return id;
    }

    /** The newest first. */
    public List<TakeOverList> newest(Caller caller) {
        requireStaff(caller);
        return store.newest(SHOWN);
    }

    public Optional<TakeOverProgress> progress(Caller caller, long id) {
        requireStaff(caller);
        return store.find(id).map(list -> new TakeOverProgress(list, store.counts(id)));
    }

    /** A page of the zones that failed, in the order of the list, from behind the given place. */
    public List<FailedZone> failed(Caller caller, long id, int after) {
        requireStaff(caller);
        return store.failed(id, after, PAGE);
    }

    /** Stops a list after the zones that are being tried. */
    public void pause(Caller caller, long id) {
        requireStaff(caller);
        transaction.executeWithoutResult(status -> store.lock(id)
                .filter(ListState.RUNNING::equals)
                .ifPresent(running -> store.setState(id, ListState.PAUSED)));
    }

    /** Goes on with a list that is paused, or waits for a name server that can be reached again. */
    public void goOn(Caller caller, long id) {
        requireStaff(caller);
        transaction.executeWithoutResult(status ->
                store.lock(id).filter(state -> state != ListState.DONE).ifPresent(notDone -> run(id)));
        start();
    }

    /** Tries the zones again that failed. */
    public void tryFailedAgain(Caller caller, long id) {
        requireStaff(caller);
        transaction.executeWithoutResult(status ->
                store.lock(id).filter(state -> store.failedWaitAgain(id) > 0).ifPresent(state -> run(id)));
        start();
    }

    private void run(long id) {
        store.setState(id, ListState.RUNNING);
        order(id);
    }

    private void order(long id) {
        SchedulerClient client = scheduler.getObject();
        String instance = Long.toString(id);
        boolean isNew = client.scheduleIfNotExists(
                TakeOverTask.DESCRIPTOR.instance(instance).scheduledTo(clock.instant()));
        if (!isNew) {
            try {
                client.reschedule(TaskInstanceId.of(TakeOverTask.NAME, instance), clock.instant());
            } catch (TaskInstanceCurrentlyExecutingException | ExecutionException atWorkOrPickedJustNow) {
                // It looks, under the lock that is held here, whether it is to go on.
            } catch (TaskInstanceNotFoundException justEnded) {
                throw new IllegalStateException("the order of list " + id + " ended without its lock", justEnded);
            }
        }
    }

    /** At once instead of at the next look for due orders. */
    private void start() {
        scheduler.getObject().triggerCheckForDueExecutions();
    }

    private static void requireStaff(Caller caller) {
        if (!caller.isStaff()) {
            throw new AccessDeniedException("for staff");
        }
    }
}
