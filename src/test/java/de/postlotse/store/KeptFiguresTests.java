package de.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeptFiguresTests {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private boolean away;
    private final KeptFigures<String> figures = new KeptFigures<>(this::read, now::get);

    private Map<String, Integer> read() {
        reads.incrementAndGet();
        if (away) {
            throw new IllegalStateException("the store is away");
        }
        return Map.of("one", 1, "two", 2);
    }

    @Test
    void asksOnceHoweverManyAreAsked() {
        assertThat(figures.of("one")).isEqualTo(1);
        assertThat(figures.of("two")).isEqualTo(2);
        assertThat(figures.of("three")).isZero();
        assertThat(reads).hasValue(1);

        now.addAndGet(Duration.ofSeconds(61).toNanos());

        assertThat(figures.of("one")).isEqualTo(1);
        assertThat(reads).hasValue(2);
    }

    @Test
    void areNoNumbersWhileTheStoreIsAwayAndAskOnceToo() {
        away = true;

        assertThat(figures.of("one")).isNaN();
        assertThat(figures.of("two")).isNaN();
        assertThat(reads).hasValue(1);
    }
}
