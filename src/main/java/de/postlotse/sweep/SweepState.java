package de.postlotse.sweep;

/** Whether a round of the sweep is under way. */
public enum SweepState {
    /** There was none yet. */
    NONE,
    RUNNING,
    PAUSED,
    /** Every host was asked; the next round begins when it is time. */
    DONE
}
