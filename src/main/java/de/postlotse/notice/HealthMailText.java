package de.postlotse.notice;

import de.postlotse.account.Correspondent;
import de.postlotse.brand.Brand;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes which zones are broken and which are fine again, in the words of the pages. */
@Component
record HealthMailText(MessageSource messages, NoticeProperties properties, ZoneId timeZone, Brand brand) {

    /** So many zones are told with what is wrong and where; of more, only how many. */
    private static final int IN_FULL = 50;

    void write(MimeMessage mail, Correspondent to, List<HealthNews> news) throws MessagingException {
        List<Locale> locales = to.language().locales();
        String utf8 = StandardCharsets.UTF_8.name();
        mail.setFrom(properties.requireFrom());
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(Objects.requireNonNull(to.email()), true));
        mail.setSubject(locales.stream().map(locale -> subject(news, locale)).collect(Collectors.joining(" / ")), utf8);
        mail.setHeader("Auto-Submitted", "auto-generated"); // nobody's holiday is to answer (RFC 3834 §5)
        mail.setText(
                locales.stream()
                        .map(locale -> text(to.username(), news, locale))
                        .collect(Collectors.joining(NoticeMailText.SEPARATOR)),
                utf8);
    }

    /** What is broken counts more than what is fine again. */
    private String subject(List<HealthNews> news, Locale locale) {
        List<HealthNews> broken = news.stream().filter(HealthNews::isBroken).toList();
        if (broken.size() == 1) {
            HealthNews only = broken.getFirst();
            return only.name().toUnicode() + ": " + message(locale, "health." + only.healthWhy());
        }
        if (broken.isEmpty() && news.size() == 1) {
            return message(
                    locale, "health-mail.subject.fine", news.getFirst().name().toUnicode());
        }
        return broken.isEmpty()
                ? message(locale, "health-mail.subject.fine.many", news.size())
                : message(locale, "health-mail.subject.broken.many", broken.size());
    }

    private String text(String username, List<HealthNews> news, Locale locale) {
        StringBuilder text = new StringBuilder(message(locale, "health-mail.hello"));
        part(text, "health-mail.broken", news, HealthNews::isBroken, locale);
        part(text, "health-mail.fine", news, Predicate.not(HealthNews::isBroken), locale);
        text.append("\n\n").append(message(locale, "health-mail.why", username));
        properties.link("/account/mail").ifPresent(link -> text.append("\n").append(link));
        return text.append("\n\n")
                .append(String.join("\n", brand.signature()))
                .append('\n')
                .toString();
    }

    private void part(
            StringBuilder text, String key, List<HealthNews> news, Predicate<HealthNews> which, Locale locale) {
        List<HealthNews> zones = news.stream().filter(which).toList();
        if (zones.isEmpty()) {
            return;
        }
        text.append("\n\n").append(message(locale, key, zones.size()));
        zones.stream().limit(IN_FULL).forEach(zone -> text.append("\n\n").append(zone(zone, locale)));
        if (zones.size() > IN_FULL) {
            text.append("\n\n").append(message(locale, "notice.mail.more", zones.size() - IN_FULL));
        }
        if (zones.getFirst().isBroken()) {
            text.append("\n\n").append(message(locale, "health-mail.again"));
        }
    }

    private String zone(HealthNews zone, Locale locale) {
        return zone.name().toUnicode()
                + "\n  "
                + message(locale, "health." + zone.healthWhy())
                + ", "
                + message(locale, "health.since", time(zone.healthSince(), locale))
                + "\n  "
                + message(locale, "health.sentence." + zone.healthWhy())
                + properties
                        .link("/domains/" + zone.name())
                        .map(link -> "\n  " + link)
                        .orElse("");
    }

    private String time(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(timeZone));
    }

    private String message(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
