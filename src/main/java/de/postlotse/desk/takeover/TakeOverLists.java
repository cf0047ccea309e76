package de.postlotse.desk.takeover;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.work.JobProgress;
import de.postlotse.work.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The lists that staff want to be taken over, and what they want of them meanwhile. */
@Service
public record TakeOverLists(
        TakeOverStore store, Jobs<TakeOverItemStatus> jobs, TransactionOperations transaction, Clock clock) {

    /** Failed zones of a page. */
    public static final int PAGE = 200;

    private static final int SHOWN = 20;

    /**
     * A zone of a list that could not be taken over.
     *
     * @param place its place in the list
     * @param problem the code of the reason
     */
    public record FailedZone(int place, DomainName zone, String customer, String problem) {}

    /**
     * Keeps a list and starts to work on it.
     *
     * @param nameServer the only one to ask; null where each zone is to be found
     * @return the list's id
     */
    public long add(Caller caller, @Nullable String nameServer, List<ListReading.Entry> entries) {
        caller.requireStaff();
        return transaction.execute(status -> {
            long list = store.add(caller, nameServer, entries, clock.instant());
            jobs.run(list);
            return list;
        });
    }

    /** The newest first. */
    public List<TakeOverList> newest(Caller caller) {
        caller.requireStaff();
        return store.newest(SHOWN);
    }

    public Optional<TakeOverList> find(Caller caller, long id) {
        caller.requireStaff();
        return store.find(id);
    }

    public JobProgress<TakeOverItemStatus> progress(Caller caller, TakeOverList list) {
        caller.requireStaff();
        return jobs.progress(list.job());
    }

    /** A page of the zones that failed, in the order of the list, from behind the given place. */
    public List<FailedZone> failed(Caller caller, long id, int after) {
        caller.requireStaff();
        return store.failed(id, after, PAGE);
    }

    /** Stops a list after the zones that are being tried. */
    public void stop(Caller caller, long id) {
        caller.requireStaff();
        jobs.stop(id);
    }

    /** Goes on with a list that is stopped, or waits for a name server that can be reached again. */
    public void goOn(Caller caller, long id) {
        caller.requireStaff();
        jobs.goOn(id);
    }

    /** Tries the zones again that failed. */
    public void tryAgain(Caller caller, long id) {
        caller.requireStaff();
        jobs.tryAgain(id);
    }
}
