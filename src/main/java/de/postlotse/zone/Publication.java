package de.postlotse.zone;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the name servers follow the store: a small state machine, of which each method that makes a new one is a
 * transition.
 *
 * @param version the zone's version that its name server was last seen to answer with
 * @param serial the SOA serial it answered with then
 * @param liveSince when it was first seen to answer with that version
 * @param problem what keeps the name servers from following, as a code with a message of its own
 * @param attempts failed attempts since the last success
 */
@Embeddable
public record Publication(
        @Enumerated(EnumType.STRING) @Column(name = "publication_state")
        PublicationState state,

        @Column(name = "published_version") long version,
        @Nullable Long serial,
        @Nullable Instant liveSince,
        @Nullable String problem,
        @Nullable Instant problemSince,
        int attempts,
        @Nullable Instant nextAttemptAt) {

    private static final String CHANGED_ELSEWHERE = "changed-elsewhere";

    static Publication live(long version, long serial, Instant at) {
        return new Publication(PublicationState.LIVE, version, serial, at, null, null, 0, null);
    }

    /** The store wants something else from now on. */
    Publication ordered() {
        return new Publication(PublicationState.ORDERED, version, serial, liveSince, null, null, 0, null);
    }

    /** The zone's own name server answers with a version; perhaps all others do, too. */
    Publication served(long servedVersion, long servedSerial, Instant at, boolean everywhere) {
        return new Publication(
                everywhere ? PublicationState.LIVE : PublicationState.SPREADING,
                servedVersion,
                servedSerial,
                servedVersion == version && liveSince != null ? liveSince : at,
                null,
                null,
                0,
                null);
    }

    /** It is not as wanted yet, for a reason that time or somebody may mend. */
    Publication failed(String reason, Instant at, int failedAttempts, Instant next, boolean overdue) {
        return new Publication(
                overdue ? PublicationState.OVERDUE : PublicationState.FAILING,
                version,
                serial,
                liveSince,
                reason,
                problemSince == null ? at : problemSince,
                failedAttempts,
                next);
    }

    /** The name server holds what neither this version nor any other of ours was. */
    Publication drifted(long foundSerial, Instant at) {
        return new Publication(
                PublicationState.DRIFTED,
                version,
                foundSerial,
                liveSince,
                CHANGED_ELSEWHERE,
                hasDrifted() ? problemSince : at,
                attempts,
                null);
    }

    /** Something else of the zone was changed; its MX sets are as wanted. */
    Publication at(long newSerial) {
        return new Publication(state, version, newSerial, liveSince, problem, problemSince, attempts, nextAttemptAt);
    }

    /** Whether at least the zone's own name server was seen to answer with what the store wants. */
    boolean isServed() {
        return state == PublicationState.LIVE || state == PublicationState.SPREADING;
    }

    /** Whether the name server holds what neither this version nor any other of ours was. */
    boolean hasDrifted() {
        return state == PublicationState.DRIFTED;
    }

    /** Whether the zone's own name server was seen to answer with what the store wants. */
    public boolean covers(long wantedVersion) {
        return version >= wantedVersion;
    }
}
