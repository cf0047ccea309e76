package de.postlotse.web;

/** What was typed into a field of a filter says nothing. */
public final class UnreadableFieldException extends Exception {

    private final String field;

    public UnreadableFieldException(String field) {
        super(field);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
