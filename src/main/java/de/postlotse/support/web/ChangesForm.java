package de.postlotse.support.web;

import de.postlotse.support.ChangePeriod;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.RecentFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which changes somebody of support wants to see, as typed; blank fields leave everything in.
 *
 * @param period counts where neither day is given
 */
record ChangesForm(
        @Nullable String period,
        @Nullable String kind,
        @Nullable String who,
        @Nullable String user,
        @Nullable String customer,
        @Nullable String domain,
        @Nullable String exactly,
        @Nullable String from,
        @Nullable String to) {

    /** The fields and what is in them, for the page and the addresses of further ones. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("period", text(period).isEmpty() ? ChangePeriod.DAY.name() : text(period));
        fields.put("kind", text(kind));
        fields.put("who", text(who));
        fields.put("user", text(user));
        fields.put("customer", text(customer));
        fields.put("domain", text(domain));
        fields.put("exactly", text(exactly));
        fields.put("from", text(from));
        fields.put("to", text(to));
        return fields;
    }

    /** @throws Unreadable where a field holds what it cannot */
    RecentFilter filter(Instant now, ZoneId at) throws Unreadable {
        LocalDate firstDay = day("from", text(from));
        LocalDate lastDay = day("to", text(to));
        ChangePeriod back = one("period", ChangePeriod.values(), fields().getOrDefault("period", ""));
        return new RecentFilter(
                firstDay == null && lastDay == null ? now.minus(back.length()) : start(firstDay, at),
                start(lastDay == null ? null : lastDay.plusDays(1), at),
                text(kind).isEmpty() ? null : one("kind", ChangeKind.values(), text(kind)),
                orNull(text(user).isEmpty() ? text(who) : text(user)),
                orNull(text(customer)),
                orNull(text(domain)),
                !text(exactly).isEmpty());
    }

    private static <E extends Enum<E>> E one(String field, E[] values, String typed) throws Unreadable {
        return Stream.of(values)
                .filter(known -> known.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new Unreadable(field));
    }

    private static @Nullable LocalDate day(String field, String typed) throws Unreadable {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.getYear() >= 1970 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // told below, like a year that nobody means
        }
        throw new Unreadable(field);
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId at) {
        return day == null ? null : day.atStartOfDay(at).toInstant();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }

    /** What was typed into a field says nothing. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String field;

        Unreadable(String field) {
            super(field);
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
