package de.postlotse.planned.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.planned.PlannedStep;
import de.postlotse.planned.StepState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A planned step as pages show it. */
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
        boolean waiting) {

    static StepView of(PlannedStep step) {
        return new StepView(
                step.id(),
                step.kind().name(),
                step.owners().getFirst().toString(),
                step.owners().stream().map(DomainName::toUnicode).collect(Collectors.joining(", ")),
                step.records().stream().map(StepView::server).toList(),
                step.ttl(),
                step.dueAt(),
                step.createdAt(),
                step.caller().username(),
                step.state().name(),
                step.outcome() == null ? null : step.outcome().name(),
                step.endedAt(),
                step.state() == StepState.WAITING);
    }

    private static String server(MxRecord record) {
        return record.preference() + " " + record.target().toUnicode();
    }
}
