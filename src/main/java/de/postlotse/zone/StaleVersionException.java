package de.postlotse.zone;

/** Somebody else changed the zone since the caller read it; nothing was saved. */
public class StaleVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleVersionException(ZoneSnapshot actual, String expected) {
        super("zone " + actual.id() + " is at " + actual.revision() + ", not " + expected);
    }
}
