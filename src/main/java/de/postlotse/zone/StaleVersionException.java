package de.postlotse.zone;

/** Somebody else changed the zone since the caller read it; nothing was saved. */
public class StaleVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleVersionException(long zoneId, long expected, long actual) {
        super("zone " + zoneId + " has version " + actual + ", not " + expected);
    }
}
