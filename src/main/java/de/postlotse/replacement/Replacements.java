package de.postlotse.replacement;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.EditedZone;
import de.postlotse.zone.FourEyesProperties;
import de.postlotse.zone.HostReplacing;
import de.postlotse.zone.HostStatus;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The replacements that staff want, and what they want of them meanwhile. */
@Service
public class Replacements {

    /** Zones of a page that were not changed. */
    public static final int PAGE = 100;

    private static final int SHOWN = 20;
    private static final int MOST_AWAITING = 200;

    private final ReplacementStore store;
    private final DryRuns dryRuns;
    private final HostReplacing hosts;
    private final ReplacementOrders orders;
    private final FourEyesProperties fourEyes;
    private final TransactionOperations transaction;
    private final Clock clock;

    Replacements(
            ReplacementStore store,
            DryRuns dryRuns,
            HostReplacing hosts,
            ReplacementOrders orders,
            FourEyesProperties fourEyes,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.dryRuns = dryRuns;
        this.hosts = hosts;
        this.orders = orders;
        this.fourEyes = fourEyes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a replacement would do; nothing is started. */
    public StartOutcome dryRun(Caller caller, String typedOld, String typedNew) {
        requireStaff(caller);
        return switch (hosts.read(typedOld, typedNew)) {
            case HostReplacing.Names.Unreadable names -> new StartOutcome.Unreadable(names.ofOld(), names.ofNew());
            case HostReplacing.Names.Readable names -> new StartOutcome.Shown(dryRuns.of(names));
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
        requireStaff(caller);
        Optional<Replacement> sentBefore = store.find(request);
        if (sentBefore.isPresent()) {
            return new StartOutcome.Started(sentBefore.get().id());
        }
        Optional<String> reason = reason(typedReason);
        if (reason.filter(Replacements::isTooLong).isPresent()) {
            return new StartOutcome.ReasonTooLong(EditedZone.LONGEST_REASON);
        }
        StartOutcome shown = dryRun(caller, typedOld, typedNew);
        return shown instanceof StartOutcome.Shown ready && ready.dryRun().canStart()
                ? add(wanted(caller, request, ready.dryRun(), reason.orElse(null)), seen)
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
        Optional<Long> id = transaction.execute(status -> {
            long added = store.add(wanted, clock.instant());
            int zones = store.addZones(added, wanted.oldHost());
            if (!store.seen(added).equals(seen)) {
                status.setRollbackOnly();
                return Optional.empty();
            }
            begin(added, zones, dryRuns.leaving(wanted.oldHost(), wanted.newHost()));
            return Optional.of(added);
        });
        orders.start();
        return id;
    }

    /** Lets it run, unless somebody else has to look at it first. */
    private void begin(long id, int zones, int leaving) {
        if (fourEyes.bulkWaits(leaving)) {
            store.begin(id, zones, leaving, ReplacementState.AWAITING_APPROVAL);
        } else {
            store.begin(id, zones, leaving, ReplacementState.RUNNING);
            orders.order(id);
        }
    }

    /** What an undo would do; nothing where there is none to be had. */
    public Optional<UndoPreview> undoPreview(Caller caller, long id) {
        return progress(caller, id).filter(ReplacementProgress::canBeUndone).map(progress -> {
            int asLeft = store.asLeft(id);
            int leaving = store.leavingByUndo(id);
            HostStatus ofOld = hosts.ask(progress.replacement().oldHost()).join();
            int changedSince = progress.count(ItemStatus.DONE) - asLeft;
            return new UndoPreview(asLeft, changedSince, leaving, ofOld, fourEyes.bulkWaits(leaving));
        });
    }

    /**
     * Takes back what a replacement has changed: by a replacement of its own, with zones that were changed since left as
     * they are.
     *
     * @return the id of the undo, of an earlier one where there is one; nothing where it cannot be undone
     */
    public Optional<Long> undo(Caller caller, long id, String typedReason) {
        requireStaff(caller);
        String reason = reason(typedReason)
                .map(text -> text.substring(0, Math.min(text.length(), EditedZone.LONGEST_REASON)))
                .orElse(null);
        Optional<Long> undo = transaction.execute(status -> {
            store.lock(id);
            ReplacementProgress progress = progress(caller, id).orElseThrow();
            Replacement replacement = progress.replacement();
            if (!progress.canBeUndone()) {
                return Optional.ofNullable(replacement.undoneBy());
            }
            long added = store.add(
                    new NewReplacement(
                            UUID.randomUUID(),
                            ReplacementKind.UNDO,
                            id,
                            replacement.oldHost(),
                            replacement.newHost(),
                            reason,
                            caller),
                    clock.instant());
            begin(added, store.addChangedZones(added, id), store.leavingByUndo(id));
            return Optional.of(added);
        });
        orders.start();
        return undo;
    }

    /** The newest first. */
    @RetriedWhileStoreIsAway
    public List<Replacement> newest(Caller caller) {
        requireStaff(caller);
        return store.newest(SHOWN);
    }

    @RetriedWhileStoreIsAway
    public Optional<ReplacementProgress> progress(Caller caller, long id) {
        requireStaff(caller);
        return store.find(id)
                .map(replacement -> new ReplacementProgress(replacement, store.counts(id), orders.isOrdered(id)));
    }

    /** A page of the zones that were tried and not changed, from behind the given place. */
    @RetriedWhileStoreIsAway
    public List<LeftZone> left(Caller caller, long id, int after) {
        requireStaff(caller);
        return store.left(id, after, PAGE);
    }

    /** Stops a replacement after the zones that are being changed. */
    public void stop(Caller caller, long id) {
        change(caller, id, progress -> {
            if (progress.replacement().state() == ReplacementState.RUNNING) {
                store.setState(id, ReplacementState.STOPPED);
            }
        });
    }

    /** Goes on with a replacement that is stopped, or asks now about the host that it waits for. */
    public void goOn(Caller caller, long id) {
        change(caller, id, progress -> {
            if (progress.canGoOn() || progress.replacement().state() == ReplacementState.RUNNING) {
                run(id);
            }
        });
    }

    /** Tries the zones again that failed or had drifted. */
    public void tryAgain(Caller caller, long id) {
        change(caller, id, progress -> {
            if (progress.canBeTriedAgain() && store.waitAgain(id) > 0) {
                run(id);
            }
        });
    }

    private void run(long id) {
        store.setState(id, ReplacementState.RUNNING);
        orders.order(id);
    }

    private void change(Caller caller, long id, Consumer<ReplacementProgress> change) {
        requireStaff(caller);
        transaction.executeWithoutResult(status -> {
            store.lock(id);
            progress(caller, id).ifPresent(change);
        });
        orders.start();
    }

    /** What waits for a second pair of eyes, the longest waiting first. */
    @RetriedWhileStoreIsAway
    public List<WaitingReplacement> awaitingApproval(Caller caller) {
        requireStaff(caller);
        return store.awaitingApproval(MOST_AWAITING).stream()
                .map(waiting -> new WaitingReplacement(
                        waiting.id(),
                        waiting.kind(),
                        waiting.undoOf(),
                        waiting.oldHost(),
                        waiting.newHost(),
                        waiting.reason(),
                        waiting.author().username(),
                        waiting.createdAt(),
                        waiting.zones(),
                        waiting.leaving()))
                .toList();
    }

    /** Lets a replacement start, if the host that comes can still be used and the caller is not its author. */
    public Decision approve(Caller caller, long id) {
        requireStaff(caller);
        Optional<HostStatus> refused = store.find(id)
                .filter(replacement -> replacement.state() == ReplacementState.AWAITING_APPROVAL
                        && replacement.kind() == ReplacementKind.REPLACE
                        && isOpenTo(caller, replacement))
                .map(replacement -> hosts.ask(replacement.newHost()).join())
                .filter(host -> !host.verdict().passes());
        if (refused.isPresent()) {
            return new Decision.HostNotUsable(refused.get());
        }
        Decision decision = decide(caller, id, replacement -> {
            store.decide(id, caller, null, clock.instant());
            run(id);
        });
        orders.start();
        return decision;
    }

    /**
     * Rejects a replacement: nothing of it ever happens.
     *
     * @param typedReason for its author, as typed
     */
    public Decision reject(Caller caller, long id, String typedReason) {
        requireStaff(caller);
        Optional<String> reason = reason(typedReason);
        if (reason.isEmpty()) {
            return new Decision.ReasonMissing();
        }
        if (isTooLong(reason.get())) {
            return new Decision.ReasonTooLong(EditedZone.LONGEST_REASON);
        }
        return decide(caller, id, replacement -> {
            store.decide(id, caller, reason.get(), clock.instant());
            store.setState(id, ReplacementState.REJECTED);
        });
    }

    private Decision decide(Caller caller, long id, Consumer<Replacement> decision) {
        return transaction.execute(status -> {
            store.lock(id);
            Optional<Replacement> waiting =
                    store.find(id).filter(replacement -> replacement.state() == ReplacementState.AWAITING_APPROVAL);
            if (waiting.isEmpty()) {
                return new Decision.NoLongerWaits();
            }
            if (!isOpenTo(caller, waiting.get())) {
                return new Decision.OwnWork();
            }
            decision.accept(waiting.get());
            return new Decision.Made();
        });
    }

    private static boolean isOpenTo(Caller caller, Replacement replacement) {
        return !replacement.author().username().equals(caller.username());
    }

    /** One line, or nothing where it is blank. */
    private static Optional<String> reason(String typed) {
        return Optional.ofNullable(
                new EditedZone(DomainName.ROOT, null).because(typed).reason());
    }

    private static boolean isTooLong(String reason) {
        return reason.length() > EditedZone.LONGEST_REASON;
    }

    private static void requireStaff(Caller caller) {
        if (!caller.isStaff()) {
            throw new AccessDeniedException("for staff");
        }
    }
}
