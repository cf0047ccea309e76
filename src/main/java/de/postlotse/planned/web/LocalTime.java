package de.postlotse.planned.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads points in time as a form's field for date and time sends them, in the time zone that pages show. */
@Component
record LocalTime(ZoneId zone) {

    /** What was typed. */
    sealed interface Typed {

        record Nothing() implements Typed {}

        record At(Instant instant) implements Typed {}

        /** No time, or one that the change to summer time leaves out. */
        record Wrong() implements Typed {}
    }

    /** An hour that the end of summer time brings twice counts as its first. */
    Typed read(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return new Typed.Nothing();
        }
        try {
            LocalDateTime local = LocalDateTime.parse(typed.strip());
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
            return offsets.isEmpty() ? new Typed.Wrong() : new Typed.At(local.toInstant(offsets.getFirst()));
        } catch (DateTimeParseException e) {
            return new Typed.Wrong();
        }
    }
}
