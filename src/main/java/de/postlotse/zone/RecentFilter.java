package de.postlotse.zone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which changes across all zones somebody wants to see; null where any will do.
 *
 * @param from the first moment that counts
 * @param until the first moment that counts no more
 * @param person a user name, {@link HistoryFilter#CUSTOMER} or {@link HistoryFilter#STAFF}
 * @param domain part of a domain, as U- or A-labels
 * @param wholeDomain whether that is the whole name
 */
public record RecentFilter(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable ChangeKind kind,
        @Nullable String person,
        @Nullable String customer,
        @Nullable String domain,
        boolean wholeDomain) {}
