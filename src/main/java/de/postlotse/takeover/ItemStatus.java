package de.postlotse.takeover;

/** What became of a zone of a list. */
public enum ItemStatus {
    WAITING,
    TAKEN,
    /** It was in our care before. */
    ALREADY,
    FAILED
}
