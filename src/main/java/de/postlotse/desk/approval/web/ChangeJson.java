package de.postlotse.desk.approval.web;

import de.postlotse.api.SetJson;
import de.postlotse.desk.approval.WaitingChange;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.change.FourEyesProperties;
import de.postlotse.zone.change.Harm;
import de.postlotse.zone.change.PendingChange;
import de.postlotse.zone.change.SetChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A change that waits or has waited, for programs. */
record ChangeJson(
        long id,
        String zone,
        String kind,
        String state,
        String who,
        Instant since,
        Set<FourEyesProperties.Kind> why,
        Set<Harm> harms,
        @Nullable String reason,
        List<SetJson> before,
        List<SetJson> after,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String remark) {

    static ChangeJson of(WaitingChange waits) {
        PendingChange change = waits.change();
        return new ChangeJson(
                waits.id(),
                change.zone().toString(),
                change.kind().name(),
                waits.state().name(),
                change.author().username(),
                waits.since(),
                change.why(),
                change.harms(),
                change.reason(),
                sets(change, SetChange::before),
                sets(change, SetChange::after),
                waits.decidedBy(),
                waits.decidedAt(),
                waits.remark());
    }

    private static List<SetJson> sets(PendingChange change, Function<SetChange, Optional<MxSet>> side) {
        return change.changes().stream()
                .flatMap(set -> side.apply(set).stream())
                .map(set -> SetJson.of(set, change.zone()))
                .toList();
    }
}
