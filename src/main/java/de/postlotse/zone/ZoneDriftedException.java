package de.postlotse.zone;

import de.postlotse.dns.DomainName;

/** The name server holds something else, and the caller has not said that it may be replaced; nothing was saved. */
public class ZoneDriftedException extends RuntimeException {

    public ZoneDriftedException(DomainName zone) {
        super("somebody else changed " + zone + " at its name server");
    }
}
