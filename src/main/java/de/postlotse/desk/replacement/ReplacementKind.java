package de.postlotse.desk.replacement;

/** What is done to each zone. */
public enum ReplacementKind {
    REPLACE,
    /** An earlier replacement is taken back. */
    UNDO
}
