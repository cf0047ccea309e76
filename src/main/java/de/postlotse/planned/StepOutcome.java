package de.postlotse.planned;

/** Why a step was not done, or not yet. */
public enum StepOutcome {
    /** The check of that moment found a fault. */
    REFUSED,
    /** For an hour it could not be checked. */
    UNCHECKED,
    /** Somebody has changed the servers since it was planned. */
    CHANGED_MEANWHILE,
    /** Somebody has put other servers at the name server. */
    DRIFTED,
    /** Whoever planned it sees the zone no longer. */
    NO_ZONE,
    /** It was handed over to those who look at changes of its kind first. */
    WAITS_FOR_APPROVAL
}
