package de.postlotse.support;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A note to be made about a zone.
 *
 * @param id the same however often the note is sent
 * @param lookAgainOn when somebody is to look at it again; null where nobody need do so
 */
public record NewReview(UUID id, String remark, @Nullable LocalDate lookAgainOn) {}
