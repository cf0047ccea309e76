package de.postlotse.planned;

/** How far a step is. */
public enum StepState {
    /** For its time, or for its predecessor. */
    WAITING,
    DONE,
    /** It was not done, and says why. */
    REPORTED,
    CANCELLED
}
