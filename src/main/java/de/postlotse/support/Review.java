package de.postlotse.support;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was noted about a zone, for staff only.
 *
 * @param lookAgainOn when somebody is to look at it again
 */
public record Review(
        Instant at,
        String reviewer,
        long zoneVersion,
        String remark,
        @Nullable LocalDate lookAgainOn) {}
