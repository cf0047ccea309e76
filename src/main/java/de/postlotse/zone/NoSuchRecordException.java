package de.postlotse.zone;

import de.postlotse.dns.DomainName;

/** There is no such record or set in the zone; it may have been removed in the meantime. */
public class NoSuchRecordException extends RuntimeException {

    public NoSuchRecordException(DomainName owner) {
        super("no such MX record at " + owner);
    }
}
