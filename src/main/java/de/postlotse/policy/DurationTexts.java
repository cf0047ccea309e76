package de.postlotse.policy;

import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a length of time as people do: an hour, not 3600 seconds. */
@Component
public record DurationTexts(MessageSource messages) {

    public String of(long seconds, Locale locale) {
        Duration time = Duration.ofSeconds(seconds);
        if (seconds == 0 || time.toSecondsPart() != 0) {
            return message("time.seconds", locale, seconds);
        }
        if (time.toMinutesPart() != 0) {
            return message("time.minutes", locale, time.toMinutes());
        }
        return time.toHoursPart() != 0
                ? message("time.hours", locale, time.toHours())
                : message("time.days", locale, time.toDays());
    }

    private String message(String key, Locale locale, long number) {
        return messages.getMessage(key, new Object[] {number}, locale);
    }
}
