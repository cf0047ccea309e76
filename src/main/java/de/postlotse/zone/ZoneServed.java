package de.postlotse.zone;

import de.postlotse.dns.MxSet;
import java.time.Instant;
import java.util.List;

/**
 * A name server was seen, over DNS, to answer with a version of a zone; whoever publishes tells it by this event.
 *
 * @param everywhere whether all other name servers that the zone names answer with it, too
 */
public record ZoneServed(long zoneId, long version, List<MxSet> sets, long serial, Instant at, boolean everywhere)
        implements ZoneNews {}
