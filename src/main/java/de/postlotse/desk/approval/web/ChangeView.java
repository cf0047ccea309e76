package de.postlotse.desk.approval.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.approval.WaitingChange;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.RecordLine;
import de.postlotse.zone.change.PendingChange;
import de.postlotse.zone.change.SetChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A change that waits or has waited, as pages show it.
 *
 * @param before the sets concerned as its author saw them, as lines
 * @param own whether the reader is its author
 */
record ChangeView(
        long id,
        String zone,
        String shownZone,
        String kind,
        List<String> why,
        String author,
        boolean byStaff,
        Instant since,
        @Nullable String reason,
        List<RecordLine> before,
        List<RecordLine> after,
        String state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String remark,
        boolean waiting,
        boolean own) {

    static ChangeView of(WaitingChange waits, Caller reader) {
        PendingChange change = waits.change();
        return new ChangeView(
                waits.id(),
                change.zone().toString(),
                change.zone().toUnicode(),
                change.kind().name(),
                change.why().stream().map(Enum::name).toList(),
                change.author().username(),
                change.author().isStaff(),
                waits.since(),
                change.reason(),
                lines(change, SetChange::before),
                lines(change, SetChange::after),
                waits.state().name(),
                waits.decidedBy(),
                waits.decidedAt(),
                waits.remark(),
                waits.isWaiting(),
                waits.isBy(reader));
    }

    private static List<RecordLine> lines(PendingChange change, Function<SetChange, Optional<MxSet>> side) {
        return RecordLine.of(change.changes().stream()
                .flatMap(set -> side.apply(set).stream())
                .toList());
    }
}
