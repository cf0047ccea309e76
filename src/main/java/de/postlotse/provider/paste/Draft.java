package de.postlotse.provider.paste;

import org.jspecify.annotations.Nullable;

/**
 * A record as one line or a few fields tell it.
 *
 * @param owner as written; null where nothing is said of it
 * @param ttl in seconds; null where nothing is said of it
 */
record Draft(
        @Nullable String owner,
        @Nullable Integer priority,
        String target,
        @Nullable Long ttl) {

    /** Stands behind a name that is relative, as zone files have it (RFC 1035 §5.1). */
    static final String ORIGIN = "@";

    /** Less than a minute in an instruction means that nothing is said: 0 is the default of some panels. */
    private static final long SHORTEST_TTL = 60;

    /** A higher number is none (RFC 1035 §3.3.9), and perhaps the TTL. */
    private static final int HIGHEST_PRIORITY = 65_535;

    Draft {
        if (priority != null && priority > HIGHEST_PRIORITY) {
            ttl = ttl == null ? Long.valueOf(priority) : ttl;
            priority = null;
        }
        ttl = told(ttl);
    }

    /** A TTL, unless it is so short that it says nothing. */
    static @Nullable Long told(@Nullable Long ttl) {
        return ttl == null || ttl < SHORTEST_TTL ? null : ttl;
    }

    Draft withOwner(@Nullable String other) {
        return new Draft(other, priority, target, ttl);
    }

    Draft withPriority(@Nullable Integer other) {
        return new Draft(owner, other, target, ttl);
    }

    static @Nullable Integer number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? null : Integer.valueOf(digits);
    }
}
