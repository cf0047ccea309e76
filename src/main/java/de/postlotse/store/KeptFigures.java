package de.postlotse.store;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Numbers that cost the store something, for gauges: read at most once a minute, however many gauges are asked and
 * however often. Unknown ones, and all while the store is away, are no number; nobody waits for a second reader.
 *
 * @param <K> what each number is of
 */
public final class KeptFigures<K> {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Supplier<Map<K, ? extends Number>> store;
    private final LongSupplier nanoTime;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Map<K, ? extends Number> figures = Map.of();
    private volatile double missing = Double.NaN;
    private volatile long readAt;
    private volatile boolean known;

    public KeptFigures(Supplier<Map<K, ? extends Number>> store) {
        this(store, System::nanoTime);
    }

    /** @param nanoTime {@link System#nanoTime} */
    KeptFigures(Supplier<Map<K, ? extends Number>> store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
    }

    /** The number of one; 0 where the store told of others only. */
    public double of(K key) {
        if ((!known || nanoTime.getAsLong() - readAt > KEPT.toNanos()) && reading.tryLock()) {
            try {
                read();
            } finally {
                reading.unlock();
            }
        }
        Number figure = figures.get(key);
        return figure == null ? missing : figure.doubleValue();
    }

    private void read() {
        try {
            figures = store.get();
            missing = 0;
        } catch (RuntimeException away) {
            figures = Map.of();
            missing = Double.NaN;
        }
        readAt = nanoTime.getAsLong();
        known = true;
    }
}
