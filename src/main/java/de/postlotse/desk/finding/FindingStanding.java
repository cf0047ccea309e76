package de.postlotse.desk.finding;

/** Where a finding of a zone stands in the list of what is to be looked at. */
public enum FindingStanding {
    /** Somebody has to look at the zone. */
    OPEN,
    /** Many zones have the same finding: they are shown as one. */
    INCIDENT,
    /** Somebody looked at the zone since it was found. */
    REVIEWED
}
