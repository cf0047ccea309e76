package de.postlotse.report;

import java.time.Instant;

/**
 * A link that was handed out, without its secret.
 *
 * @param customer whose zone it was made for
 */
public record ReportLink(long id, long zoneId, String customer, Instant until, String createdBy, Instant createdAt) {}
