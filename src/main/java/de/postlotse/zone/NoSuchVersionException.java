package de.postlotse.zone;

import de.postlotse.dns.DomainName;

/** A zone never was at that version. */
public class NoSuchVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchVersionException(DomainName zone, long version) {
        super(zone + " has no version " + version);
    }
}
