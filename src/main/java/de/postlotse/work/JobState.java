package de.postlotse.work;

/** How far a job is. */
public enum JobState {
    /** Somebody else than its author has to look at it first. */
    AWAITING_APPROVAL,
    REJECTED,
    RUNNING,
    STOPPED,
    /** Every item of it was tried. */
    DONE
}
