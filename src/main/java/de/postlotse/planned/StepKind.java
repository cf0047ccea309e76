package de.postlotse.planned;

/** What a step does. */
public enum StepKind {
    TAKE_OUT,
    PUT_BACK,
    /** Gives the sets another TTL. */
    CHANGE_TTL,
    /** Replaces the sets. */
    SWITCH
}
