package de.postlotse.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A few tests a minute for everybody. */
class TestQuotaTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final TestQuota allowance = new TestQuota(2, clock);

    @Test
    void givesNoMoreThanThatUntilTheFirstIsAMinuteOld() {
        assertThat(allowance.take("a")).isZero();
        pass(20);
        assertThat(allowance.take("a")).isZero();
        pass(10);
        assertThat(allowance.take("a")).isEqualTo(Duration.ofSeconds(30));
        pass(30);
        assertThat(allowance.take("a")).isZero();
        assertThat(allowance.take("a")).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void countsForEachAlone() {
        allowance.take("a");
        allowance.take("a");
        assertThat(allowance.take("b")).isZero();
    }

    private void pass(int seconds) {
        now.updateAndGet(before -> before.plusSeconds(seconds));
    }
}
