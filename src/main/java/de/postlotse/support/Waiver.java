package de.postlotse.support;

import java.time.Instant;

/** Advice that does not count for a zone, and why. */
public record Waiver(FindingKind kind, String waivedBy, Instant at, String reason) {}
