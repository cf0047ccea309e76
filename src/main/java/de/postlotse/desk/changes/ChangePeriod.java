package de.postlotse.desk.changes;

import java.time.Duration;

/** How far a look back at the changes of all zones goes. */
public enum ChangePeriod {
    HOUR(Duration.ofHours(1)),
    SIX_HOURS(Duration.ofHours(6)),
    DAY(Duration.ofHours(24)),
    WEEK(Duration.ofDays(7));

    private final Duration length;

    ChangePeriod(Duration length) {
        this.length = length;
    }

    public Duration length() {
        return length;
    }
}
