package de.postlotse.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes points in time as people of the page's language do, for the templates. */
@Component("times")
class Times {

    private final ZoneId zone;

    private final Clock clock;

    Times(@Value("${postlotse.time-zone:Europe/Berlin}") ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /** Time of day where it is today, with the date before it where not. */
    public String soon(Instant at) {
        boolean today = at.atZone(zone)
                .toLocalDate()
                .equals(clock.instant().atZone(zone).toLocalDate());
        return today ? clock(at) : day(at) + ", " + clock(at);
    }

    /** The date alone, for what nobody needs to know more exactly. */
    public String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(LocaleContextHolder.getLocale())
                .format(at.atZone(zone));
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(LocaleContextHolder.getLocale())
                .format(day);
    }

    /** Date and time of day, with seconds. */
    public String full(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(LocaleContextHolder.getLocale())
                .format(at.atZone(zone));
    }

    /** Time of day, for what happens within hours. */
    public String clock(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(LocaleContextHolder.getLocale())
                .format(at.atZone(zone));
    }
}
