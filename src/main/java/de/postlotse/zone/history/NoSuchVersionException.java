package de.postlotse.zone.history;

import de.postlotse.dns.DomainName;

/** A zone never was at that version. */
public class NoSuchVersionException extends RuntimeException {

    NoSuchVersionException(DomainName zone, long version) {
        super(zone + " has no version " + version);
    }
}
