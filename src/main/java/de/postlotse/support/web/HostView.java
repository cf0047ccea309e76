package de.postlotse.support.web;

import de.postlotse.sweep.HostKnowledge;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a mail server over time, as shown. */
record HostView(
        @Nullable String condition,
        boolean good,
        @Nullable Instant since,
        List<String> addresses,
        @Nullable String rumour,
        @Nullable Instant rumourSince) {

    static HostView of(HostKnowledge known) {
        return new HostView(
                known.condition() == null ? null : known.condition().name(),
                known.condition() != null && !known.condition().losesMail(),
                known.since(),
                known.addresses(),
                known.rumour() == null ? null : known.rumour().name(),
                known.rumourSince());
    }
}
