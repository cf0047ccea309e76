package de.postlotse.report;

import java.time.Duration;
import java.time.Instant;

/** How long a link to a report is good. */
public enum ReportValidity {
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30));

    private final Duration length;

    ReportValidity(Duration length) {
        this.length = length;
    }

    Instant endsAt(Instant now) {
        return now.plus(length);
    }
}
