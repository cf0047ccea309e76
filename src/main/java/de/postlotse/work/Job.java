package de.postlotse.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Many items that are worked in the background, a chunk at a time.
 *
 * @param items how many it has
 * @param waitsFor what keeps it from going on, in a word of its kind; null where nothing does
 * @param failures how often in a row it could not go on
 * @param nextAttemptAt when it is tried again; null where nothing keeps it
 */
public record Job(
        long id,
        int items,
        JobState state,
        @Nullable String waitsFor,
        int failures,
        @Nullable Instant nextAttemptAt) {

    public boolean isRunning() {
        return state == JobState.RUNNING;
    }
}
