package de.postlotse.zone.history;

/** Names a line of a zone's history. */
public record ZoneVersion(long zoneId, long version) {}
