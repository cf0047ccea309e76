package de.postlotse.zone;

import de.postlotse.dns.DomainName;

/** There is no such zone for the caller, whether it is somebody else's or nobody's. */
public class NoSuchZoneException extends RuntimeException {

    public NoSuchZoneException(DomainName name) {
        super("no zone " + name);
    }
}
