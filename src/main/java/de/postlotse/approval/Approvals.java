package de.postlotse.approval;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.ChangePreview;
import de.postlotse.zone.ChangeRecorded;
import de.postlotse.zone.Consent;
import de.postlotse.zone.HeldChange;
import de.postlotse.zone.HeldChanges;
import de.postlotse.zone.NoSuchZoneException;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes that wait for a second pair of eyes: who sees them, and who decides about them. */
@Service
public class Approvals {

    public static final int PAGE = 50;

    /** The longest remark or reason, in characters. */
    public static final int LONGEST_REMARK = 300;

    /** How long the page of a zone tells what became of a change. */
    private static final Duration TOLD = Duration.ofDays(14);

    private static final int SHOWN_OF_ZONE = 5;
    private static final int SHOWN_DECIDED = 20;

    private final WaitingChanges waiting;
    private final ApprovedChange approved;
    private final HeldChanges held;
    private final Zones zones;
    private final Clock clock;

    Approvals(WaitingChanges waiting, ApprovedChange approved, HeldChanges held, Zones zones, Clock clock) {
        this.waiting = waiting;
        this.approved = approved;
        this.held = held;
        this.zones = zones;
        this.clock = clock;
    }

    /** A page of what waits, the longest waiting first; starts behind the given one. */
    @RetriedWhileStoreIsAway
    public List<WaitingChange> waiting(Caller caller, long after) {
        requireStaff(caller);
        return waiting.waiting(after, PAGE);
    }

    /** What was decided last. */
    @RetriedWhileStoreIsAway
    public List<WaitingChange> decided(Caller caller) {
        requireStaff(caller);
        return waiting.decided(SHOWN_DECIDED);
    }

    /** The latest of the caller's own, whatever became of them. */
    @RetriedWhileStoreIsAway
    public List<WaitingChange> own(Caller caller) {
        requireStaff(caller);
        return waiting.by(caller.username(), SHOWN_DECIDED);
    }

    /** @throws NoSuchWaitingChangeException where there is no such change */
    @RetriedWhileStoreIsAway
    public WaitingChange require(Caller caller, long id) {
        requireStaff(caller);
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
        requireStaff(caller);
        return held.preview(caller, change.change());
    }

    /**
     * Approves a change: it is checked again, and made in its author's name.
     *
     * @param typed what there is to say about it, if anything
     * @param consent the harm that the caller was shown
     */
    public Decision approve(Caller caller, long id, @Nullable String typed, Consent consent) {
        WaitingChange change = require(caller, id);
        String remark = oneLine(typed);
        if (!change.isWaiting()) {
            return new Decision.AlreadyDecided(change);
        }
        if (change.isBy(caller)) {
            return new Decision.Own();
        }
        if (remark != null && remark.length() > LONGEST_REMARK) {
            return new Decision.TooLong(LONGEST_REMARK);
        }
        return approve(caller, change, remark, consent);
    }

    private Decision approve(Caller caller, WaitingChange waits, @Nullable String remark, Consent consent) {
        HeldChange change = waits.change();
        if (zones.find(change.author(), change.zone()).isEmpty()) {
            waiting.end(waits.id(), ApprovalState.OVERTAKEN, null, null, clock.instant());
            return new Decision.AlreadyDecided(require(caller, waits.id()));
        }
        ChangePreview preview = held.preview(caller, change);
        if (!change.isFor(preview.zone())) {
            return changedMeanwhile(caller, waits);
        }
        if (!preview.verdict().passes()) {
            return new Decision.Refused(preview);
        }
        if (!consent.covers(preview.harms())) {
            return new Decision.Harmful(preview);
        }
        return switch (approved.make(waits, preview.zone(), caller, remark)) {
            case MADE -> new Decision.Done(require(caller, waits.id()));
            case DECIDED_BEFORE -> new Decision.AlreadyDecided(require(caller, waits.id()));
            case ZONE_CHANGED -> changedMeanwhile(caller, waits);
        };
    }

    /** A new version never goes away again; what somebody put at the name server may. */
    private Decision changedMeanwhile(Caller caller, WaitingChange waits) {
        ZoneSnapshot now = zones.require(caller, waits.change().zone());
        if (waits.change().isOvertakenBy(now)) {
            waiting.end(waits.id(), ApprovalState.OVERTAKEN, null, null, clock.instant());
        }
        return new Decision.ChangedMeanwhile(require(caller, waits.id()), now);
    }

    /** Rejects a change; its author sees why. */
    public Decision reject(Caller caller, long id, @Nullable String typed) {
        WaitingChange change = require(caller, id);
        String reason = oneLine(typed);
        if (!change.isWaiting()) {
            return new Decision.AlreadyDecided(change);
        }
        if (change.isBy(caller)) {
            return new Decision.Own();
        }
        if (reason == null) {
            return new Decision.NoReason();
        }
        if (reason.length() > LONGEST_REMARK) {
            return new Decision.TooLong(LONGEST_REMARK);
        }
        boolean first = waiting.end(id, ApprovalState.REJECTED, caller.username(), reason, clock.instant());
        WaitingChange now = require(caller, id);
        return first ? new Decision.Done(now) : new Decision.AlreadyDecided(now);
    }

    /**
     * Takes a change back that still waits; only its author can.
     *
     * @throws NoSuchWaitingChangeException where the caller has no such change of the zone
     */
    public Decision withdraw(Caller caller, DomainName zone, long id) {
        if (!require(caller, zone, id).isBy(caller)) {
            throw new NoSuchWaitingChangeException(id);
        }
        boolean first = waiting.end(id, ApprovalState.WITHDRAWN, caller.username(), null, clock.instant());
        WaitingChange now = require(caller, zone, id);
        return first ? new Decision.Done(now) : new Decision.AlreadyDecided(now);
    }

    /** What was to be changed is not what it was. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void overtake(ChangeRecorded news) {
        if (news.kind() != ChangeKind.TAKEN_OVER) {
            waiting.overtake(news.zoneId(), news.actor(), news.at());
        }
    }

    private static @Nullable String oneLine(@Nullable String typed) {
        String line =
                typed == null ? "" : typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.isEmpty() ? null : line;
    }

    private static void requireStaff(Caller caller) {
        if (!caller.isStaff()) {
            throw new AccessDeniedException("for staff");
        }
    }
}
