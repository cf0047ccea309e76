package de.postlotse.zone;

/**
 * Something that lists of faulty zones tell may have changed about a zone: how it is published or delegated, or whether
 * its mail is lost. Published inside the transaction that found it out; edits publish {@link ChangeRecorded} instead.
 */
public record ZoneConditionChanged(long zoneId) {}
