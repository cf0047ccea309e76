package de.postlotse.planned;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step that is not in the store yet; for its parts see {@link PlannedStep}. */
record NewStep(
        StepKind kind,
        List<DomainName> owners,
        List<MxRecord> records,
        int ttl,
        String expected,
        @Nullable Instant dueAt) {}
