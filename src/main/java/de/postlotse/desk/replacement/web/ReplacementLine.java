package de.postlotse.desk.replacement.web;

import de.postlotse.desk.replacement.Replacement;
import de.postlotse.desk.replacement.ReplacementKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What pages show of a replacement. */
record ReplacementLine(
        long id,
        ReplacementKind kind,
        String oldHost,
        String newHost,
        String author,
        Instant createdAt,
        int zones,
        String state,
        @Nullable String reason,
        @Nullable String rejection) {

    static ReplacementLine of(Replacement replacement) {
        return new ReplacementLine(
                replacement.id(),
                replacement.kind(),
                HostLine.shown(replacement.oldHost()),
                HostLine.shown(replacement.newHost()),
                replacement.author().username(),
                replacement.createdAt(),
                replacement.zones(),
                replacement.job().state().name(),
                replacement.reason(),
                replacement.rejection());
    }
}
