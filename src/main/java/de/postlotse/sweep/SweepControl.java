package de.postlotse.sweep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What staff want of the sweep.
 *
 * @param pausedBy who paused it; null while it runs
 * @param roundWanted whether all hosts are to be asked now instead of over the day
 */
record SweepControl(@Nullable String pausedBy, @Nullable Instant pausedSince, boolean roundWanted) {

    boolean isPaused() {
        return pausedBy != null;
    }
}
