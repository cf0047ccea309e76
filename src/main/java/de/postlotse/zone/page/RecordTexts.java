package de.postlotse.zone.page;

import de.postlotse.policy.DurationTexts;
import de.postlotse.zone.RecordLine;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in words what a record is and how long others keep it: alike on pages, where templates ask, and in mails. */
@Component("recordTexts")
public record RecordTexts(MessageSource messages, DurationTexts durations) {

    public String of(RecordLine line) {
        return of(line, LocaleContextHolder.getLocale());
    }

    public String of(RecordLine line, Locale locale) {
        String kept = kept(line.ttl(), locale);
        return line.nullMx()
                ? message("record.line.none", locale, line.owner(), kept)
                : message("record.line", locale, line.owner(), line.target(), Integer.toString(line.priority()), kept);
    }

    /** A length of time as people say it: an hour, not 3600 seconds. */
    public String kept(long seconds) {
        return kept(seconds, LocaleContextHolder.getLocale());
    }

    private String kept(long seconds, Locale locale) {
        return durations.of(seconds, locale);
    }

    private String message(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
