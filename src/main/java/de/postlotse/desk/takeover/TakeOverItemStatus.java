package de.postlotse.desk.takeover;

/** What became of a zone of a list. */
public enum TakeOverItemStatus {
    WAITING,
    TAKEN,
    /** It was in our care before. */
    ALREADY,
    FAILED
}
