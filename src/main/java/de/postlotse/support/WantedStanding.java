package de.postlotse.support;

/** Which findings a list shows. */
public enum WantedStanding {
    /** Those that nobody looked at since they were found. */
    OPEN,
    /** Those that somebody looked at. */
    REVIEWED,
    ALL
}
