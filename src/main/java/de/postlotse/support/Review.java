package de.postlotse.support;

import java.time.Instant;

/** What was noted about a zone, for staff only. */
public record Review(Instant at, String reviewer, long zoneVersion, String remark) {}
