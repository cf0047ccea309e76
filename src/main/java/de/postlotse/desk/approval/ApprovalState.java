package de.postlotse.desk.approval;

/** What became of a change that had to wait. */
public enum ApprovalState {
    WAITING,
    /** Somebody else has approved it, and it was made. */
    APPLIED,
    REJECTED,
    /** Its author does not want it any more. */
    WITHDRAWN,
    /** The zone was changed by somebody else meanwhile. */
    OVERTAKEN
}
