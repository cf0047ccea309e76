package de.postlotse.zone;

import de.postlotse.dns.MxSet;
import java.time.Instant;
import java.util.List;

/** All MX sets of a zone were read from its name server while nothing was on its way there. */
public record ZoneCompared(long zoneId, long version, List<MxSet> found, long serial, Instant at) implements ZoneNews {}
