package de.postlotse.zone.page;

/** Something to do with a mail server, offered beside each on the page of its zone; brought by other features. */
public interface ServerAction {

    /** The template whose fragment {@code action(owner, row)} is shown. */
    String template();
}
