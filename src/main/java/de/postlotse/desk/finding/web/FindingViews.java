package de.postlotse.desk.finding.web;

import de.postlotse.desk.finding.FindingLine;
import de.postlotse.desk.finding.Incident;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes findings ready to be shown, with links that keep what the list is narrowed to. */
@Component
public record FindingViews(MessageSource messages, Clock clock) {

    private static final int HOURS_TOLD = 48;

    public List<FindingView> of(List<FindingLine> lines, ReviewForm form, Locale locale) {
        return lines.stream()
                .map(line -> FindingView.of(line, form.page(line.zone(), line.cursor()), age(line.since(), locale)))
                .toList();
    }

    List<FindingView> ofIncidents(List<Incident> incidents, ReviewForm form, Locale locale) {
        return incidents.stream()
                .map(incident -> FindingView.of(
                        incident, form.listOf(incident.kind(), incident.subject()), age(incident.since(), locale)))
                .toList();
    }

    /** For how long something has been so, in words. */
    public String age(Instant since, Locale locale) {
        Duration age = Duration.between(since, clock.instant());
        if (age.toMinutes() < 60) {
            return text("minutes", Math.max(age.toMinutes(), 0), locale);
        }
        return age.toHours() < HOURS_TOLD ? text("hours", age.toHours(), locale) : text("days", age.toDays(), locale);
    }

    private String text(String unit, long number, Locale locale) {
        return messages.getMessage("review.age." + unit, new Object[] {number}, locale);
    }
}
