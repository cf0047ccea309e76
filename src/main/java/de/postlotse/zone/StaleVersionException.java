package de.postlotse.zone;

/** Somebody else changed the zone since the caller read it; nothing was saved. */
public class StaleVersionException extends RuntimeException {

    private final long version;

    public StaleVersionException(ZoneSnapshot actual, String expected) {
        super("zone " + actual.id() + " is at " + actual.revision() + ", not " + expected);
        this.version = actual.version();
    }

    /** Which the zone is at; where that is the expected one, its name server holds something else. */
    public long version() {
        return version;
    }
}
