package de.postlotse.support.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says for how long something has been so, in the words of the page's language. */
@Component
class Ages {

    private static final int HOURS_TOLD = 48;

    private final MessageSource messages;
    private final Clock clock;

    Ages(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    String of(Instant since, Locale locale) {
        Duration age = Duration.between(since, clock.instant());
        if (age.toMinutes() < 60) {
            return text("review.age.minutes", Math.max(age.toMinutes(), 0), locale);
        }
        return age.toHours() < HOURS_TOLD
                ? text("review.age.hours", age.toHours(), locale)
                : text("review.age.days", age.toDays(), locale);
    }

    private String text(String key, long number, Locale locale) {
        return messages.getMessage(key, new Object[] {number}, locale);
    }
}
