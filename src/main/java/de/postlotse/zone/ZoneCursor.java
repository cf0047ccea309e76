package de.postlotse.zone;

import de.postlotse.dns.DomainName;

/** The line of a list behind which a page starts. */
public record ZoneCursor(int attention, DomainName name) {}
