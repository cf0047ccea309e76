package de.postlotse.approval.web;

import de.postlotse.account.Caller;
import de.postlotse.replacement.WaitingReplacement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replacement of a host in many zones that waits, as the queue shows it; it is decided about on its own page.
 *
 * @param leaving from how many of the zones mail would leave our own servers
 */
record ReplacementView(
        long id,
        String kind,
        String oldHost,
        String newHost,
        @Nullable String reason,
        String author,
        boolean own,
        Instant since,
        int zones,
        int leaving) {

    static ReplacementView of(WaitingReplacement waiting, Caller reader) {
        return new ReplacementView(
                waiting.id(),
                waiting.kind().name(),
                waiting.oldHost().toUnicode(),
                waiting.newHost().toUnicode(),
                waiting.reason(),
                waiting.author(),
                waiting.author().equalsIgnoreCase(reader.username()),
                waiting.createdAt(),
                waiting.zones(),
                waiting.leaving());
    }
}
