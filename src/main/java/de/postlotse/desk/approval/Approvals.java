package de.postlotse.desk.approval;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.ChangeRecorded;
import de.postlotse.zone.NoSuchZoneException;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.change.ChangePreview;
import de.postlotse.zone.change.Consent;
import de.postlotse.zone.change.Consents;
import de.postlotse.zone.change.PendingChange;
import de.postlotse.zone.change.ZoneEditor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes that wait for a second pair of eyes: who sees them, and who decides about them. */
@Service
public class Approvals {

    public static final int PAGE = 50;

    /** How long the page of a zone tells what became of a change. */
    private static final Duration TOLD = Duration.ofDays(14);

    private static final int SHOWN_OF_ZONE = 5;
    private static final int SHOWN_DECIDED = 20;

    private final WaitingChanges waiting;
    private final ApprovedChange approved;
    private final ZoneEditor editor;
    private final Consents consents;
    private final Zones zones;
    private final Clock clock;

    Approvals(
            WaitingChanges waiting,
            ApprovedChange approved,
            ZoneEditor editor,
            Consents consents,
            Zones zones,
            Clock clock) {
        this.waiting = waiting;
        this.approved = approved;
        this.editor = editor;
        this.consents = consents;
        this.zones = zones;
        this.clock = clock;
    }

    /** A page of what waits, the longest waiting first; starts behind the given one. */
    @RetriedWhileStoreIsAway
    public List<WaitingChange> waiting(Caller caller, long after) {
        caller.requireStaff();
        return waiting.waiting(after, PAGE);
    }

    /** What was decided last. */
    @RetriedWhileStoreIsAway
    public List<WaitingChange> decided(Caller caller) {
        caller.requireStaff();
        return waiting.decided(SHOWN_DECIDED);
    }

    /** The latest of the caller's own, whatever became of them. */
    @RetriedWhileStoreIsAway
    public List<WaitingChange> own(Caller caller) {
        caller.requireStaff();
        return waiting.by(caller.username(), SHOWN_DECIDED);
    }

    /** @throws NoSuchWaitingChangeException where there is no such change */
    @RetriedWhileStoreIsAway
    public WaitingChange require(Caller caller, long id) {
        caller.requireStaff();
        return waiting.find(id).orElseThrow(() -> new NoSuchWaitingChangeException(id));
    }

    /**
     * A change of a zone, for whoever sees the zone.
     *
     * @throws NoSuchZoneException where the caller sees no such zone
     * @throws NoSuchWaitingChangeException where the zone has no such change
     */
    @RetriedWhileStoreIsAway
    public WaitingChange require(Caller caller, DomainName zone, long id) {
        return waiting.find(zones.require(caller, zone).id(), id)
                .orElseThrow(() -> new NoSuchWaitingChangeException(id));
    }

    /** What waits for a zone and what became of the latest, newest first. */
    @RetriedWhileStoreIsAway
    public List<WaitingChange> of(ZoneSnapshot zone) {
        return waiting.of(zone.id(), clock.instant().minus(TOLD), SHOWN_OF_ZONE);
    }

    /** What a change would do to the zone as it is, and what the checks of now say of it. */
    public ChangePreview preview(Caller caller, WaitingChange change) {
        caller.requireStaff();
        return editor.preview(caller, change.change().zone(), change.change());
    }

    /**
     * Approves a change for a person who is asked about harm that was not shown: it is checked again, and made in its
     * author's name.
     *
     * @param typed what there is to say about it, if anything
     */
    public AskedDecision approve(Caller caller, long id, @Nullable String typed, Consent consent) {
        return this.<AskedDecision>check(
                Opinion.approving(caller, typed),
                id,
                decision -> decision,
                ready -> consents.cover(consent, ready.preview()) ? make(ready) : new AskedDecision.Harmful());
    }

    /** The same for a program, which is not asked. */
    public ApprovalDecision approve(Caller caller, long id, @Nullable String typed) {
        return check(Opinion.approving(caller, typed), id, decision -> decision, this::make);
    }

    /** A change that passes the checks of now, and what somebody thinks of it. */
    private record Ready(WaitingChange waits, ChangePreview preview, Opinion opinion) {}

    private <T> T check(Opinion opinion, long id, Function<ApprovalDecision, T> end, Function<Ready, T> passed) {
        Caller caller = opinion.by();
        WaitingChange waits = require(caller, id);
        Optional<ApprovalDecision> objection = opinion.objection(waits.change().author(), waits.isWaiting());
        if (objection.isPresent()) {
            return end.apply(objection.get());
        }
        PendingChange change = waits.change();
        if (zones.find(change.author(), change.zone()).isEmpty()) {
            waiting.end(id, ApprovalState.OVERTAKEN, null, null, clock.instant());
            return end.apply(new ApprovalDecision.AlreadyDecided());
        }
        ChangePreview preview = preview(caller, waits);
        if (!change.isFor(preview.zone())) {
            return end.apply(changedMeanwhile(caller, waits));
        }
        return preview.checked().passes()
                ? passed.apply(new Ready(waits, preview, opinion))
                : end.apply(new ApprovalDecision.Refused(preview.verdict(), preview.findings()));
    }

    private ApprovalDecision make(Ready ready) {
        WaitingChange waits = ready.waits();
        Caller caller = ready.opinion().by();
        return switch (approved.make(
                waits, ready.preview().zone(), caller, ready.opinion().remark())) {
            case MADE -> new ApprovalDecision.Done();
            case DECIDED_BEFORE -> new ApprovalDecision.AlreadyDecided();
            case ZONE_CHANGED -> changedMeanwhile(caller, waits);
        };
    }

    /** A new version never goes away again; what somebody put at the name server may. */
    private ApprovalDecision changedMeanwhile(Caller caller, WaitingChange waits) {
        ZoneSnapshot now = zones.require(caller, waits.change().zone());
        if (waits.change().isOvertakenBy(now)) {
            waiting.end(waits.id(), ApprovalState.OVERTAKEN, null, null, clock.instant());
        }
        return new ApprovalDecision.ChangedMeanwhile();
    }

    /** Rejects a change; its author sees why. */
    public ApprovalDecision reject(Caller caller, long id, @Nullable String typed) {
        WaitingChange change = require(caller, id);
        Opinion opinion = Opinion.rejecting(caller, typed);
        return opinion.objection(change.change().author(), change.isWaiting())
                .orElseGet(() -> end(id, ApprovalState.REJECTED, opinion));
    }

    /**
     * Takes a change back that still waits; only its author can.
     *
     * @throws NoSuchWaitingChangeException where the caller has no such change of the zone
     */
    public ApprovalDecision withdraw(Caller caller, DomainName zone, long id) {
        if (!require(caller, zone, id).isBy(caller)) {
            throw new NoSuchWaitingChangeException(id);
        }
        return end(id, ApprovalState.WITHDRAWN, Opinion.approving(caller, null));
    }

    private ApprovalDecision end(long id, ApprovalState state, Opinion opinion) {
        return waiting.end(id, state, opinion.by().username(), opinion.remark(), clock.instant())
                ? new ApprovalDecision.Done()
                : new ApprovalDecision.AlreadyDecided();
    }

    /** What was to be changed is not what it was. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void overtake(ChangeRecorded news) {
        if (news.kind() != ChangeKind.TAKEN_OVER) {
            waiting.overtake(news.zoneId(), news.actor(), news.at());
        }
    }
}
