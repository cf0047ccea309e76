package de.postlotse.desk.approval;

/** There is no such change, or none that the caller may see. */
public class NoSuchWaitingChangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchWaitingChangeException(long id) {
        super("no waiting change " + id);
    }
}
