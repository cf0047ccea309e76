package de.postlotse.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes points in time as people of the page's language do, for the templates. */
@Component("times")
record Times(ZoneId zone, Clock clock, MessageSource messages) {

    /** Time of day where it is today, with the date before it where not. */
    public String soon(Instant at) {
        boolean today = at.atZone(zone)
                .toLocalDate()
                .equals(clock.instant().atZone(zone).toLocalDate());
        return today ? clock(at) : day(at) + ", " + clock(at);
    }

    /** As people say it: today with the time of day, any other day of this year without the year. */
    public String when(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        String key = day.equals(today) ? "time.today" : day.equals(today.minusDays(1)) ? "time.yesterday" : "time.day";
        String date = write(
                DateTimeFormatter.ofPattern(messages.getMessage(
                        day.getYear() == today.getYear() ? "time.date" : "time.date.with-year", null, locale())),
                day);
        return messages.getMessage(key, new Object[] {clock(at), date}, locale());
    }

    /** The date alone, for what nobody needs to know more exactly. */
    public String day(Instant at) {
        return write(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), at.atZone(zone));
    }

    public String day(LocalDate day) {
        return write(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), day);
    }

    /** The date with the day of the week. */
    public String longDay(LocalDate day) {
        return write(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL), day);
    }

    /** A day of this year, as short as it goes. */
    public String shortDay(LocalDate day) {
        return write(DateTimeFormatter.ofLocalizedPattern("MMMd"), day);
    }

    /** Date and time of day, with seconds. */
    public String full(Instant at) {
        return write(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM), at.atZone(zone));
    }

    /** Time of day, for what happens within hours. */
    public String clock(Instant at) {
        return write(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), at.atZone(zone));
    }

    private static String write(DateTimeFormatter form, TemporalAccessor time) {
        return form.withLocale(locale()).format(time);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
