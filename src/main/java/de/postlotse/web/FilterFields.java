package de.postlotse.web;

import de.postlotse.store.StorableText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a filter as they were typed; blank ones, which leave everything in, are null. */
public final class FilterFields {

    private FilterFields() {}

    /**
     * The beginning of a day.
     *
     * @throws UnreadableFieldException where it is no day that anybody means
     */
    public static @Nullable Instant beginning(String field, @Nullable String typed, ZoneId at)
            throws UnreadableFieldException {
        LocalDate day = day(field, typed);
        return day == null ? null : day.atStartOfDay(at).toInstant();
    }

    /**
     * The first moment after a day.
     *
     * @throws UnreadableFieldException where it is no day that anybody means
     */
    public static @Nullable Instant end(String field, @Nullable String typed, ZoneId at)
            throws UnreadableFieldException {
        LocalDate day = day(field, typed);
        return day == null ? null : day.plusDays(1).atStartOfDay(at).toInstant();
    }

    /**
     * One of several values, by its name.
     *
     * @throws UnreadableFieldException where there is none of that name
     */
    public static <E extends Enum<E>> @Nullable E oneOf(Class<E> values, String field, @Nullable String typed)
            throws UnreadableFieldException {
        String name = StorableText.of(typed);
        return name.isEmpty()
                ? null
                : Stream.of(values.getEnumConstants())
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new UnreadableFieldException(field));
    }

    /** The fields as they were typed, for the page and the addresses of further ones: names and values in turn. */
    public static Map<String, String> typed(@Nullable String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fields.put(String.valueOf(namesAndValues[at]), StorableText.of(namesAndValues[at + 1]));
        }
        return fields;
    }

    private static @Nullable LocalDate day(String field, @Nullable String typed) throws UnreadableFieldException {
        String text = StorableText.of(typed);
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1970 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // told below, like a year that nobody means
        }
        throw new UnreadableFieldException(field);
    }
}
