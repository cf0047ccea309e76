package de.postlotse.work;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;

/** Forgets what is too old, once an hour: a batch after the other, so that nobody waits long for the rows or the disk. */
public final class Purge {

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int BATCH = 1_000;

    private Purge() {}

    /**
     * One node at a time does it.
     *
     * @param batch deletes so many rows at most, and says how many; the last one deletes none
     */
    public static Round round(String name, IntUnaryOperator batch) {
        return new Round(
                name,
                PAUSE,
                context -> all(batch, () -> context.getSchedulerState().isShuttingDown()));
    }

    static void all(IntUnaryOperator batch, BooleanSupplier stopping) {
        while (!stopping.getAsBoolean()) {
            if (batch.applyAsInt(BATCH) == 0) {
                return;
            }
        }
    }
}
