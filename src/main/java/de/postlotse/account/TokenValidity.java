package de.postlotse.account;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a token can be used, as one chooses when creating it. */
public enum TokenValidity {
    DAYS_30(Duration.ofDays(30)),
    YEAR(Duration.ofDays(365)),
    UNLIMITED(null);

    private final @Nullable Duration duration;

    TokenValidity(@Nullable Duration duration) {
        this.duration = duration;
    }

    @Nullable
    Instant endsAt(Instant start) {
        return duration == null ? null : start.plus(duration);
    }
}
