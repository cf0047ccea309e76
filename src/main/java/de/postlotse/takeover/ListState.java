package de.postlotse.takeover;

/** Whether a list is worked on. */
public enum ListState {
    RUNNING,
    PAUSED,
    /** Every zone of it was tried. */
    DONE
}
