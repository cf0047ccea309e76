package de.postlotse.desk.today.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.finding.FindingFilter;
import de.postlotse.desk.finding.FindingKind;
import de.postlotse.desk.finding.Incident;
import de.postlotse.desk.finding.ReviewList;
import de.postlotse.desk.finding.web.FindingViews;
import de.postlotse.desk.today.OpenWork;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.ZoneHealth.Health;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Puts what waits in words and in order: what presses most comes first. */
@Component
record Tasks(ReviewList list, FindingViews views, MessageSource messages) {

    private static final int INCIDENTS = 3;
    private static final List<String> TONES = List.of("bad", "warn", "wait", "off");

    List<Task> of(Caller caller, OpenWork work, Locale locale) {
        List<Task> tasks = new ArrayList<>();
        list.incidents(caller, FindingFilter.REAL, INCIDENTS).forEach(incident -> tasks.add(of(incident, locale)));
        add(
                tasks,
                "bad",
                work.broken(),
                text("today.broken", locale),
                text("today.broken.text", locale),
                "/support/zones?health=" + Health.BROKEN);
        for (FindingKind kind : FindingKind.values()) {
            add(
                    tasks,
                    tone(kind),
                    work.of(kind),
                    text("review.kind." + kind, locale),
                    text("review.todo." + kind, locale),
                    "/support/review?kind=" + kind);
        }
        add(
                tasks,
                "warn",
                work.approvals(),
                text("today.approvals", locale),
                work.oldestApproval() == null
                        ? ""
                        : text("today.approvals.oldest", locale, views.age(work.oldestApproval(), locale)),
                "/support/approvals");
        add(
                tasks,
                "wait",
                work.failing(),
                text("today.failing", locale),
                text("today.failing.text", locale),
                "/support/publishing");
        add(
                tasks,
                "wait",
                work.replacements(),
                text("today.replacements", locale),
                text("today.replacements.text", locale),
                "/support/replace");
        tasks.sort(Comparator.comparingInt(task -> TONES.indexOf(task.tone())));
        return tasks;
    }

    private static void add(List<Task> tasks, String tone, long number, String title, String text, String address) {
        if (number > 0) {
            boolean many = number > OpenWork.COUNTED;
            tasks.add(new Task(tone, Math.min(number, OpenWork.COUNTED), many, title, text, address));
        }
    }

    private Task of(Incident incident, Locale locale) {
        FindingKind kind = incident.kind();
        String shown = kind.isAboutHost() ? DomainName.of(incident.subject()).toUnicode() : incident.subject();
        return new Task(
                tone(kind),
                incident.zones(),
                false,
                text("today.incident", locale, text("review.kind." + kind, locale), shown),
                text("today.incident.text", locale, views.age(incident.since(), locale)),
                "/support/review?kind=" + kind + "&subject="
                        + UriUtils.encode(incident.subject(), StandardCharsets.UTF_8));
    }

    private static String tone(FindingKind kind) {
        return switch (kind.severity()) {
            case FAULT -> "bad";
            case WARNING -> "warn";
            case ADVICE -> "off";
        };
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
