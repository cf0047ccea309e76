package de.postlotse.zone;

/**
 * A zone leaves our care. Published inside the transaction that removes it and before that happens, so that whatever
 * refers to it goes with it.
 */
public record ZoneHandedBack(long zoneId) {}
