package de.postlotse.desk.replacement;

import de.postlotse.account.Caller;
import de.postlotse.store.StorableText;
import de.postlotse.work.Jobs;
import de.postlotse.zone.change.EditRequest;
import de.postlotse.zone.change.FourEyesProperties;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes back what a replacement has changed: by a replacement of its own. */
@Service
public record ReplacementUndo(
        Replacements replacements,
        ReplacementStore store,
        ReplacementItems items,
        Jobs<ReplacementItemStatus> jobs,
        ReplacementWork.HostCheck dns,
        FourEyesProperties fourEyes,
        Clock clock) {

    /** What an undo would do; nothing where there is none to be had. */
    public Optional<UndoPreview> preview(Caller caller, long id) {
        return replacements
                .progress(caller, id)
                .filter(ReplacementProgress::canBeUndone)
                .map(progress -> {
                    int asLeft = items.asLeft(id);
                    int leaving = items.leavingByUndo(id);
                    return new UndoPreview(
                            asLeft,
                            progress.job().count(ReplacementItemStatus.DONE) - asLeft,
                            leaving,
                            dns.ask(progress.replacement().oldHost()),
                            fourEyes.bulkWaits(leaving));
                });
    }

    /**
     * Takes a replacement back; zones that were changed since are left as they are.
     *
     * @param typedReason for the history of the zones, as typed; what is too long is cut off
     * @return the id of the undo, of an earlier one where there is one; nothing where it cannot be undone
     */
    public Optional<Long> undo(Caller caller, long id, String typedReason) {
        caller.requireStaff();
        return jobs.locked(
                        id,
                        job -> undo(caller, replacements.progress(caller, id).orElseThrow(), typedReason))
                .flatMap(undo -> undo);
    }

    private Optional<Long> undo(Caller caller, ReplacementProgress progress, String typedReason) {
        Replacement undone = progress.replacement();
        if (!progress.canBeUndone()) {
            return Optional.ofNullable(undone.undoneBy());
        }
        NewReplacement wanted = new NewReplacement(
                UUID.randomUUID(),
                ReplacementKind.UNDO,
                undone.id(),
                undone.oldHost(),
                undone.newHost(),
                reason(typedReason),
                caller);
        long undo = store.add(wanted, clock.instant());
        replacements.begin(undo, items.addChangedBy(undone.id(), undo), items.leavingByUndo(undone.id()));
        return Optional.of(undo);
    }

    private static @Nullable String reason(String typed) {
        String line = StorableText.line(typed);
        return line == null ? null : line.substring(0, Math.min(line.length(), EditRequest.LONGEST_REASON));
    }
}
