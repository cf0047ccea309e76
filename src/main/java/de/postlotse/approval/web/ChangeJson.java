package de.postlotse.approval.web;

import de.postlotse.approval.WaitingChange;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.FourEyesProperties;
import de.postlotse.zone.Harm;
import de.postlotse.zone.HeldChange;
import de.postlotse.zone.SetChange;
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
        HeldChange change = waits.change();
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

    private static List<SetJson> sets(HeldChange change, Function<SetChange, Optional<MxSet>> side) {
        return change.changes().stream()
                .flatMap(set -> side.apply(set).stream())
                .map(set -> SetJson.of(set, change.zone()))
                .toList();
    }

    record SetJson(String owner, int ttl, List<RecordJson> records) {

        static SetJson of(MxSet set, DomainName zone) {
            return new SetJson(
                    set.owner().relativeTo(zone),
                    set.ttl().seconds(),
                    set.records().stream()
                            .map(record -> new RecordJson(
                                    record.preference().value(), record.target().toString()))
                            .toList());
        }
    }

    record RecordJson(int priority, String target) {}
}
