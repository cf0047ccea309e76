package de.postlotse.notice;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.ZoneVersion;
import java.time.Instant;

/**
 * Staff changed a customer's zone.
 *
 * @param id grows with time, for going from page to page
 * @param minute in which that was, by which many of them are shown as one
 * @param unread whether the customer has not said yet that they know
 */
public record Notice(
        long id,
        long zoneId,
        DomainName zone,
        long version,
        ChangeKind kind,
        Instant at,
        Instant minute,
        boolean unread) {

    public ZoneVersion change() {
        return new ZoneVersion(zoneId, version);
    }
}
