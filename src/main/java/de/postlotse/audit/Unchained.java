package de.postlotse.audit;

import de.postlotse.account.AuditNews;
import de.postlotse.store.StorableText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to become a line of the audit trail: as the store can hold it, whatever somebody sent. */
record Unchained(
        Instant happenedAt,
        AuditNews.Kind kind,
        String username,
        String subject,
        String detail,
        String request,
        String origin) {

    private static final int USERNAME = 100;
    private static final int SUBJECT = 300;
    private static final int DETAIL = 500;
    private static final int ORIGIN = 60;

    static Unchained of(AuditNews news, @Nullable String request, Instant at) {
        return new Unchained(
                at.truncatedTo(ChronoUnit.MICROS),
                news.kind(),
                cut(news.username(), USERNAME),
                cut(news.subject(), SUBJECT),
                cut(news.detail(), DETAIL),
                Objects.requireNonNullElse(request, ""),
                cut(news.origin(), ORIGIN));
    }

    private static String cut(String text, int longest) {
        String line = Objects.requireNonNullElse(StorableText.line(text), "");
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }
}
