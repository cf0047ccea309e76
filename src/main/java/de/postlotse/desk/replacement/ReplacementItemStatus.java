package de.postlotse.desk.replacement;

/** What became of a zone of a replacement. */
public enum ReplacementItemStatus {
    WAITING,
    DONE,
    /** It is not as it was when the replacement was asked for; it was left as it is. */
    CHANGED_MEANWHILE,
    /** Its name server has other sets than the store; it was left as it is. */
    DRIFTED,
    /** The new host is refused in this zone. */
    REFUSED,
    /** It is no longer in our care. */
    GONE,
    /** For a reason that only the log of the application tells. */
    FAILED;

    /** Whether a zone was tried and was not changed. */
    public boolean isLeft() {
        return this != WAITING && this != DONE;
    }

    /** Whether it may go better at another attempt. */
    boolean canBeTriedAgain() {
        return this == DRIFTED || this == FAILED;
    }
}
