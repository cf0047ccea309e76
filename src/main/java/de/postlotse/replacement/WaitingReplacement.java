package de.postlotse.replacement;

import de.postlotse.dns.DomainName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replacement of which nothing happens until somebody else than its author has approved it.
 *
 * @param undoOf the replacement that it takes back, if it is an undo
 * @param oldHost the host that is to go; for an undo the one that is to come back
 * @param author the user name of who asked for it
 * @param zones how many it would change
 * @param leaving from how many of them mail would leave our own servers
 */
public record WaitingReplacement(
        long id,
        ReplacementKind kind,
        @Nullable Long undoOf,
        DomainName oldHost,
        DomainName newHost,
        @Nullable String reason,
        String author,
        Instant createdAt,
        int zones,
        int leaving) {}
