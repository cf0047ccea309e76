package de.postlotse.zone.web;

import de.postlotse.dns.DomainName;
import de.postlotse.store.StorableText;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.HistoryFilter;
import de.postlotse.zone.TypedOwner;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which lines of the history somebody wants to see, as typed; blank fields leave everything in. */
record HistoryForm(
        @Nullable String owner,
        @Nullable String kind,
        @Nullable String person,
        @Nullable String from,
        @Nullable String to) {

    /** The fields and what is in them, for the addresses of further pages. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("owner", StorableText.of(owner));
        fields.put("kind", StorableText.of(kind));
        fields.put("person", StorableText.of(person));
        fields.put("from", StorableText.of(from));
        fields.put("to", StorableText.of(to));
        return fields;
    }

    /** @throws Unreadable where a field holds what it cannot */
    HistoryFilter filter(DomainName zone, ZoneId at) throws Unreadable {
        LocalDate lastDay = day("to", StorableText.of(to));
        return new HistoryFilter(
                readOwner(zone),
                readKind(),
                StorableText.of(person).isEmpty() ? null : StorableText.of(person),
                start(day("from", StorableText.of(from)), at),
                start(lastDay == null ? null : lastDay.plusDays(1), at));
    }

    private @Nullable DomainName readOwner(DomainName zone) throws Unreadable {
        return StorableText.of(owner).isEmpty()
                ? null
                : TypedOwner.read(StorableText.of(owner), zone).orElseThrow(() -> new Unreadable("owner"));
    }

    private @Nullable ChangeKind readKind() throws Unreadable {
        return StorableText.of(kind).isEmpty()
                ? null
                : Arrays.stream(ChangeKind.values())
                        .filter(known -> known.name().equals(StorableText.of(kind)))
                        .findFirst()
                        .orElseThrow(() -> new Unreadable("kind"));
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
