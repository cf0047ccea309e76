package de.postlotse.planned.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.planned.PlannedStep;
import de.postlotse.planned.StepKind;
import de.postlotse.planned.StepState;
import de.postlotse.zone.RecordLine;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A planned step as pages show it.
 *
 * @param before of a switch that waits: the records that its owners have today
 * @param after and those that they will have
 */
record StepView(
        long id,
        String kind,
        String owner,
        String owners,
        List<String> servers,
        int ttl,
        @Nullable Instant dueAt,
        Instant createdAt,
        String username,
        String state,
        @Nullable String outcome,
        @Nullable Instant endedAt,
        boolean waiting,
        List<RecordLine> before,
        List<RecordLine> after) {

    static StepView of(PlannedStep step) {
        return of(step, List.of(), List.of());
    }

    /** With what it will change of the zone, where that is more than it says itself. */
    static StepView of(PlannedStep step, ZoneSnapshot zone) {
        if (step.kind() != StepKind.SWITCH || step.state() != StepState.WAITING) {
            return of(step);
        }
        List<RecordLine> before = step.owners().stream()
                .flatMap(owner -> zone.setAt(owner).stream())
                .flatMap(set -> lines(set.owner(), set.records()))
                .toList();
        List<RecordLine> after = step.owners().stream()
                .flatMap(owner -> lines(owner, step.records()))
                .toList();
        return of(step, before, after);
    }

    private static StepView of(PlannedStep step, List<RecordLine> before, List<RecordLine> after) {
        return new StepView(
                step.id(),
                step.kind().name(),
                step.owners().getFirst().toString(),
                step.owners().stream().map(DomainName::toUnicode).collect(Collectors.joining(", ")),
                step.records().stream()
                        .map(record -> record.target().toUnicode())
                        .toList(),
                step.ttl(),
                step.dueAt(),
                step.createdAt(),
                step.caller().username(),
                step.state().name(),
                step.outcome() == null ? null : step.outcome().name(),
                step.endedAt(),
                step.state() == StepState.WAITING,
                before,
                after);
    }

    /** Without their TTL, which other steps change. */
    private static Stream<RecordLine> lines(DomainName owner, List<MxRecord> records) {
        return records.stream()
                .map(record -> new RecordLine(
                        owner.toUnicode(),
                        record.preference().value(),
                        record.target().toUnicode(),
                        record.isNullMx(),
                        0));
    }
}
