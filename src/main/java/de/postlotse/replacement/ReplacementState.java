package de.postlotse.replacement;

/** How far a replacement is. */
public enum ReplacementState {
    /** Somebody else than its author has to look at it first. */
    AWAITING_APPROVAL,
    REJECTED,
    RUNNING,
    STOPPED,
    /** Every zone of it was tried. */
    DONE
}
