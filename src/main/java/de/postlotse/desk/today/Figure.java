package de.postlotse.desk.today;

/** What is noted of each day. Stored by name. */
public enum Figure {
    /** Zones of which nobody looked at a finding that loses mail or keeps changes from having an effect. */
    FINDINGS_FAULT,
    FINDINGS_WARNING,
    FINDINGS_ADVICE,
    ZONES_BROKEN,
    ZONES_DEGRADED,
    ZONES_UNKNOWN,
    ZONES_FINE,
    HOSTS_FINE,
    HOSTS_WARNING,
    HOSTS_FAULT,
    /** Mail servers of which nothing was seen often enough yet, or of which DNS does not tell. */
    HOSTS_OPEN,
    /** Of zones in our care: taking one over is none. */
    CHANGES,
    /** In milliseconds, from a change to its being served: half of the zones were served as fast, or faster. */
    LIVE_MEDIAN,
    /** The same for 95 of 100. */
    LIVE_MOST
}
