package de.postlotse.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a token sees of it, which is never the token itself.
 *
 * @param lastUsedAt exact to an hour; null where it was not used yet
 * @param expiresAt null where it can be used until it is revoked
 */
public record TokenLine(
        long id,
        String name,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant expiresAt,
        boolean expired) {}
