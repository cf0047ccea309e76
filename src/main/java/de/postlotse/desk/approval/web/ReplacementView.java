package de.postlotse.desk.approval.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.replacement.Replacement;
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

    static ReplacementView of(Replacement waiting, Caller reader) {
        return new ReplacementView(
                waiting.id(),
                waiting.kind().name(),
                waiting.oldHost().toUnicode(),
                waiting.newHost().toUnicode(),
                waiting.reason(),
                waiting.author().username(),
                waiting.isBy(reader),
                waiting.createdAt(),
                waiting.zones(),
                waiting.leaving());
    }
}
