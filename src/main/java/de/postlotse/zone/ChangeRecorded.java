package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import java.time.Instant;

/**
 * A line was added to a zone's history. Published inside the transaction of the change, so that what follows from it is
 * recorded with it or not at all.
 *
 * @param customer whose zone it is
 * @param byStaff whether staff made the change on behalf of that customer
 */
public record ChangeRecorded(
        long zoneId,
        DomainName zone,
        String customer,
        long version,
        ChangeKind kind,
        String actor,
        boolean byStaff,
        Instant at) {}
