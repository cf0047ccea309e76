package de.postlotse.zone;

import java.time.Instant;

/** A name server was seen, over DNS, to answer with a version of a zone; whoever publishes tells it by this event. */
public record ZoneServed(long zoneId, long version, long serial, Instant at) {}
