package de.postlotse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times of a thing that was done often, in nanoseconds. */
final class Durations {

    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    void add(long time) {
        nanos.add(time);
    }

    void measure(Runnable thing) {
        long start = System.nanoTime();
        thing.run();
        add(System.nanoTime() - start);
    }

    int count() {
        return nanos.size();
    }

    /** In milliseconds. */
    double percentile(int percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "median %.1f ms, 95th percentile %.1f ms (%d)",
                percentile(50),
                percentile(95),
                nanos.size());
    }
}
