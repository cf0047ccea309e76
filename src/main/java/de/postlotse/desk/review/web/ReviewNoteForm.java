package de.postlotse.desk.review.web;

import de.postlotse.desk.review.Reviews;
import de.postlotse.store.StorableText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * "Geprüft", as typed.
 *
 * @param edit the same however often the form is sent
 */
record ReviewNoteForm(
        @Nullable UUID edit,
        @Nullable String remark,
        @Nullable String lookAgainOn) {

    private static final int YEARS_AHEAD = 5;

    static ReviewNoteForm empty() {
        return new ReviewNoteForm(UUID.randomUUID(), "", "");
    }

    boolean isRemarkAtFault() {
        return StorableText.of(remark).isEmpty() || StorableText.of(remark).length() > Reviews.LONGEST_REMARK;
    }

    boolean isDayAtFault(LocalDate tomorrow) {
        return !StorableText.of(lookAgainOn).isEmpty() && day(tomorrow).isEmpty();
    }

    Reviews.NewReview review(LocalDate tomorrow) {
        return new Reviews.NewReview(
                edit == null ? UUID.randomUUID() : edit,
                StorableText.of(remark),
                day(tomorrow).orElse(null));
    }

    private Optional<LocalDate> day(LocalDate tomorrow) {
        try {
            LocalDate day = LocalDate.parse(StorableText.of(lookAgainOn));
            return day.isBefore(tomorrow) || day.isAfter(tomorrow.plusYears(YEARS_AHEAD))
                    ? Optional.empty()
                    : Optional.of(day);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
