package de.postlotse.desk.finding;

import java.time.Instant;

/**
 * The same finding on many zones.
 *
 * @param zones how many of them nobody looked at since
 * @param since when the first of those was found
 */
public record Incident(FindingKind kind, String subject, int zones, Instant since) {}
