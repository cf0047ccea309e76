package de.postlotse.support;

import java.time.Duration;

/** How long a finding has been there, for those who look for old or for new ones. */
public enum FindingAge {
    AT_MOST_A_DAY(Duration.ofDays(1), true),
    AT_MOST_A_WEEK(Duration.ofDays(7), true),
    OVER_A_WEEK(Duration.ofDays(7), false),
    OVER_A_MONTH(Duration.ofDays(30), false);

    private final Duration bound;
    private final boolean young;

    FindingAge(Duration bound, boolean young) {
        this.bound = bound;
        this.young = young;
    }

    Duration bound() {
        return bound;
    }

    /** The comparison of since when a finding is there with the moment that lies so far back. */
    String comparison() {
        return young ? ">=" : "<";
    }
}
