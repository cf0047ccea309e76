package de.postlotse.sweep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the sweep is.
 *
 * @param startedAt when the last round began; null where there was none yet
 * @param endedAt when it ended; null while it lasts
 * @param hosts how many hosts it has
 * @param done those of them that need not be asked any more
 * @param perSecond hosts that all nodes asked together in a second, over the last minutes
 * @param throughAt when it will probably have ended; null where that cannot be told
 * @param onTheirOwn hosts that are asked besides the round: new ones, and those of which something else was seen
 * @param pausedBy who paused it; null while it goes on
 * @param atOnce whether staff have just asked for a round, which is about to begin
 */
public record SweepStatus(
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long hosts,
        long done,
        double perSecond,
        @Nullable Instant throughAt,
        HostCensus census,
        long onTheirOwn,
        @Nullable String pausedBy,
        @Nullable Instant pausedSince,
        boolean atOnce) {

    /** In one word; a round that is paused is not over. */
    public SweepState state() {
        if (startedAt == null) {
            return SweepState.NONE;
        }
        return endedAt != null ? SweepState.DONE : isPaused() ? SweepState.PAUSED : SweepState.RUNNING;
    }

    public boolean isRunning() {
        return state() == SweepState.RUNNING;
    }

    public boolean isPaused() {
        return pausedBy != null;
    }
}
