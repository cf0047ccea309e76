package de.postlotse.zone;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the name server follows the store.
 *
 * @param version the zone's version that the name server was last seen to answer with
 * @param serial the SOA serial it answered with then
 * @param problem why the last attempt failed, as a code with a message of its own
 * @param attempts failed attempts since the last success
 */
@Embeddable
public record Publication(
        @Column(name = "published_version") long version,
        @Nullable Long serial,
        @Nullable Instant liveSince,
        @Nullable String problem,
        @Nullable Instant problemSince,
        int attempts,
        @Nullable Instant nextAttemptAt) {

    static Publication live(long version, long serial, Instant at) {
        return new Publication(version, serial, at, null, null, 0, null);
    }

    Publication failed(String reason, Instant at, int failedAttempts, Instant next) {
        return new Publication(
                version, serial, liveSince, reason, problemSince == null ? at : problemSince, failedAttempts, next);
    }

    /** Whether the name server answers with what the store wants. */
    public boolean covers(long wantedVersion) {
        return version >= wantedVersion;
    }
}
