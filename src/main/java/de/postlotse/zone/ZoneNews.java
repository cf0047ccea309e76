package de.postlotse.zone;

/** What publishing tells about a zone. */
public sealed interface ZoneNews permits ZoneServed, ZoneNotServed, ZoneCompared {

    long zoneId();
}
