package de.postlotse.desk.replacement;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.store.StorableText;
import de.postlotse.work.JobState;
import de.postlotse.work.Jobs;
import de.postlotse.zone.change.EditRequest;
import de.postlotse.zone.change.FourEyesProperties;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The replacements that staff want: what they would do, how far they are, and what staff want of them meanwhile. */
@Service
public class Replacements {

    /** Zones of a page that were not changed. */
    public static final int PAGE = 100;

    private static final int SHOWN = 20;

    private final ReplacementStore store;
    private final ReplacementItems items;
    private final AffectedZones affected;
    private final DryRuns dryRuns;
    private final HostNames hosts;
    private final Jobs<ReplacementItemStatus> jobs;
    private final FourEyesProperties fourEyes;
    private final TransactionOperations transaction;
    private final Clock clock;

    Replacements(
            ReplacementStore store,
            ReplacementItems items,
            AffectedZones affected,
            DryRuns dryRuns,
            HostNames hosts,
            Jobs<ReplacementItemStatus> jobs,
            FourEyesProperties fourEyes,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.items = items;
        this.affected = affected;
        this.dryRuns = dryRuns;
        this.hosts = hosts;
        this.jobs = jobs;
        this.fourEyes = fourEyes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A zone that was tried and not changed.
     *
     * @param place its place in the replacement
     * @param status why
     */
    public record LeftZone(int place, DomainName zone, String customer, ReplacementItemStatus status) {}

    /** What a replacement would do; nothing is started. */
    public StartOutcome dryRun(Caller caller, String typedOld, String typedNew) {
        caller.requireStaff();
        return switch (hosts.read(typedOld, typedNew)) {
            case HostNames.Names.Unreadable names -> new StartOutcome.Unreadable(names.ofOld(), names.ofNew());
            case HostNames.Names.Readable names -> new StartOutcome.Shown(dryRuns.of(names));
        };
    }

    /**
     * Starts a replacement, if nothing has changed since its author was shown what it would do.
     *
     * @param request the same however often it is sent
     * @param seen see {@link Extent#seen}
     */
    public StartOutcome start(
            Caller caller, UUID request, String typedOld, String typedNew, String typedReason, String seen) {
        caller.requireStaff();
        Optional<Replacement> sentBefore = store.find(request);
        if (sentBefore.isPresent()) {
            return new StartOutcome.Started(sentBefore.get().id());
        }
        String reason = StorableText.line(typedReason);
        if (reason != null && reason.length() > EditRequest.LONGEST_REASON) {
            return new StartOutcome.ReasonTooLong(EditRequest.LONGEST_REASON);
        }
        StartOutcome shown = dryRun(caller, typedOld, typedNew);
        return shown instanceof StartOutcome.Shown ready && ready.dryRun().canStart()
                ? add(wanted(caller, request, ready.dryRun(), reason), seen)
                        .<StartOutcome>map(StartOutcome.Started::new)
                        .orElseGet(() -> dryRun(caller, typedOld, typedNew))
                : shown;
    }

    private static NewReplacement wanted(Caller caller, UUID request, DryRun dryRun, @Nullable String reason) {
        return new NewReplacement(
                request, ReplacementKind.REPLACE, null, dryRun.oldHost(), dryRun.newHost(), reason, caller);
    }

    /** @return its id; none where the zones are not as its author has seen them */
    private Optional<Long> add(NewReplacement wanted, String seen) {
        try {
            return addOnce(wanted, seen);
        } catch (DuplicateKeyException sentTwiceAtOnce) {
            return store.find(wanted.request()).map(Replacement::id);
        }
    }

    private Optional<Long> addOnce(NewReplacement wanted, String seen) {
        return transaction.execute(status -> {
            long added = store.add(wanted, clock.instant());
            int zones = items.add(added, wanted.oldHost());
            if (!affected.seen(added).equals(seen)) {
                status.setRollbackOnly();
                return Optional.empty();
            }
            begin(added, zones, dryRuns.leaving(wanted.oldHost(), wanted.newHost()));
            return Optional.of(added);
        });
    }

    /** Lets a replacement run, unless somebody else has to look at it first; in the transaction that has made it. */
    void begin(long id, int zones, int leaving) {
        store.setExtent(id, zones, leaving);
        if (fourEyes.bulkWaits(leaving)) {
            jobs.setState(id, JobState.AWAITING_APPROVAL);
        } else {
            jobs.run(id);
        }
    }

    /** The newest first. */
    @RetriedWhileStoreIsAway
    public List<Replacement> newest(Caller caller) {
        caller.requireStaff();
        return store.newest(SHOWN);
    }

    @RetriedWhileStoreIsAway
    public Optional<ReplacementProgress> progress(Caller caller, long id) {
        caller.requireStaff();
        return store.find(id)
                .map(replacement -> new ReplacementProgress(replacement, jobs.progress(replacement.job())));
    }

    /** A page of the zones that were tried and not changed, from behind the given place. */
    @RetriedWhileStoreIsAway
    public List<LeftZone> left(Caller caller, long id, int after) {
        caller.requireStaff();
        return items.left(id, after, PAGE);
    }

    /** Stops a replacement after the zones that are being changed. */
    public void stop(Caller caller, long id) {
        caller.requireStaff();
        jobs.stop(id);
    }

    /** Goes on with a replacement that is stopped, or asks now about the host that it waits for. */
    public void goOn(Caller caller, long id) {
        caller.requireStaff();
        jobs.goOn(id);
    }

    /** Tries the zones again that failed or had drifted. */
    public void tryAgain(Caller caller, long id) {
        caller.requireStaff();
        jobs.tryAgain(id);
    }
}
