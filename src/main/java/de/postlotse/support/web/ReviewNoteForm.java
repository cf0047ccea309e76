package de.postlotse.support.web;

import de.postlotse.support.NewReview;
import de.postlotse.support.Reviews;
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
        return text(remark).isEmpty() || text(remark).length() > Reviews.LONGEST_REMARK;
    }

    boolean isDayAtFault(LocalDate tomorrow) {
        return !text(lookAgainOn).isEmpty() && day(tomorrow).isEmpty();
    }

    NewReview review(LocalDate tomorrow) {
        return new NewReview(
                edit == null ? UUID.randomUUID() : edit,
                text(remark),
                day(tomorrow).orElse(null));
    }

    private Optional<LocalDate> day(LocalDate tomorrow) {
        try {
            LocalDate day = LocalDate.parse(text(lookAgainOn));
            return day.isBefore(tomorrow) || day.isAfter(tomorrow.plusYears(YEARS_AHEAD))
                    ? Optional.empty()
                    : Optional.of(day);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }
}
