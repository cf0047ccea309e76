package de.postlotse.support.web;

import de.postlotse.store.StorableText;
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
        fields.put("period", StorableText.of(period).isEmpty() ? ChangePeriod.DAY.name() : StorableText.of(period));
        fields.put("kind", StorableText.of(kind));
        fields.put("who", StorableText.of(who));
        fields.put("user", StorableText.of(user));
        fields.put("customer", StorableText.of(customer));
        fields.put("domain", StorableText.of(domain));
        fields.put("exactly", StorableText.of(exactly));
        fields.put("from", StorableText.of(from));
        fields.put("to", StorableText.of(to));
        return fields;
    }

    /** @throws Unreadable where a field holds what it cannot */
    RecentFilter filter(Instant now, ZoneId at) throws Unreadable {
        LocalDate firstDay = day("from", StorableText.of(from));
        LocalDate lastDay = day("to", StorableText.of(to));
        ChangePeriod back = one("period", ChangePeriod.values(), fields().getOrDefault("period", ""));
        return new RecentFilter(
                firstDay == null && lastDay == null ? now.minus(back.length()) : start(firstDay, at),
                start(lastDay == null ? null : lastDay.plusDays(1), at),
                StorableText.of(kind).isEmpty() ? null : one("kind", ChangeKind.values(), StorableText.of(kind)),
                orNull(StorableText.of(user).isEmpty() ? StorableText.of(who) : StorableText.of(user)),
                orNull(StorableText.of(customer)),
                orNull(StorableText.of(domain)),
                !StorableText.of(exactly).isEmpty());
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
