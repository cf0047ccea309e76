package de.postlotse.zone.change;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.NoSuchRecordException;
import de.postlotse.zone.NoSuchZoneException;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.ZoneDriftedException;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.ZoneWriter;
import de.postlotse.zone.Zones;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * The one way of every change of a zone, whoever makes it: it is checked, its harm is found out, a person is asked about
 * that, a second pair of eyes where one is needed, and it is written. DNS is asked before the transaction, never in it;
 * the version makes sure that what was checked is what is changed.
 */
@Service
public record ZoneEditor(
        Zones zones,
        OptimisticRetry attempts,
        ChangeChecks checks,
        ChangeJudgement judgement,
        Consents consents,
        FourEyesRule fourEyes,
        ObjectProvider<ApprovalQueue> queue,
        ZoneWriter writer) {

    /**
     * What the rules and DNS say of a change; nothing is saved.
     *
     * @throws NoSuchZoneException where the caller sees no such zone
     */
    public CheckedChange check(Caller caller, DomainName zone, Change change) {
        return change.check(zones.require(caller, zone), checks);
    }

    /**
     * What a change would do, besides; nothing is saved.
     *
     * @throws NoSuchZoneException where the caller sees no such zone
     */
    public ChangePreview preview(Caller caller, DomainName zone, Change change) {
        return preview(zones.require(caller, zone), change);
    }

    /** The same for a zone that is assumed to be like this. */
    public ChangePreview preview(ZoneSnapshot zone, Change change) {
        return judgement.judge(change.check(zone, checks));
    }

    /**
     * Makes a person's change, unless it does harm that the person has not agreed to.
     *
     * @throws NoSuchZoneException where the caller sees no such zone
     * @throws NoSuchRecordException where the zone has no such record
     * @throws StaleVersionException where the zone is at another revision than the person has seen
     * @throws ZoneDriftedException where the person has seen none and the name server holds something else
     */
    public AskOutcome ask(EditRequest at, Consent consent, Change change) {
        return this.<AskOutcome>attempt(at, change, outcome -> outcome, checked -> {
            ChangePreview preview = judgement.judge(checked);
            return consents.cover(consent, preview)
                    ? writeOrHold(at, change, preview)
                    : new AskOutcome.Harmful(preview);
        });
    }

    /**
     * Makes a program's change. A program is not asked about harm; the outcome tells of it. Throws what {@link #ask}
     * throws.
     */
    public SaveOutcome carryOut(EditRequest at, Change change) {
        return this.<SaveOutcome>attempt(
                at, change, outcome -> outcome, checked -> writeOrHold(at, change, judgement.judge(checked)));
    }

    /** Makes a change of one of many zones. Throws what {@link #ask} throws. */
    public SaveOutcome.Settled carryOut(EditRequest at, Change.OneOfMany change) {
        return attempt(at, change, outcome -> outcome, checked -> write(at, change, checked, Set.of()));
    }

    private <T> T attempt(
            EditRequest at, Change change, Function<SaveOutcome.Settled, T> early, Function<CheckedChange, T> passed) {
        return attempts.carryOut(at, early, zone -> {
            change.require(at.caller(), zone);
            CheckedChange checked = change.check(zone, checks);
            return checked.passes()
                    ? passed.apply(checked)
                    : early.apply(new SaveOutcome.Refused(zone, checked.findings()));
        });
    }

    private SaveOutcome writeOrHold(EditRequest at, Change change, ChangePreview preview) {
        Set<FourEyesProperties.Kind> why =
                change instanceof Change.OfDrift ? Set.of() : fourEyes.why(preview, at.caller());
        ApprovalQueue open = why.isEmpty() ? null : queue.getIfAvailable();
        return open == null
                ? write(at, change, preview.checked(), preview.harms())
                : new SaveOutcome.Waiting(
                        open.hold(PendingChange.of(preview, at.edit(change.kind()), why)), why, preview);
    }

    private SaveOutcome.Settled write(EditRequest at, Change change, CheckedChange checked, Set<Harm> harms) {
        ZoneSnapshot before = checked.zone();
        ZoneSnapshot after = change.write(writer, checked, at.edit(change.kind()));
        boolean same = before.mxSets().equals(after.mxSets());
        return new SaveOutcome.Saved(after, checked.findings(), harms, same ? null : before.version());
    }

    /**
     * Makes a change that has waited, in its author's name and in the transaction of whoever keeps it.
     *
     * @param checked the zone as it was when the change was checked
     * @param approver who has looked at it
     * @throws StaleVersionException where somebody else was first; nothing was written
     */
    public void make(PendingChange change, ZoneSnapshot checked, String approver) {
        writer.write(checked, change.wanted(checked), change.edit(approver));
    }
}
