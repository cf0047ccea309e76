package de.postlotse.notice;

import de.postlotse.brand.Brand;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes what happened to an account as a mail: plain text, each of the account's languages below the other. */
@Component
record AccountMailText(MessageSource messages, NoticeProperties properties, ZoneId timeZone, Brand brand) {

    void write(MimeMessage mail, AccountMail news) throws MessagingException {
        List<Locale> locales = news.language().locales();
        String utf8 = StandardCharsets.UTF_8.name();
        mail.setFrom(properties.requireFrom());
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(news.email(), true));
        mail.setSubject(
                locales.stream()
                        .map(locale -> message(locale, "account-mail.subject." + news.kind()))
                        .collect(Collectors.joining(" / ")),
                utf8);
        mail.setHeader("Auto-Submitted", "auto-generated"); // nobody's holiday is to answer (RFC 3834 §5)
        mail.setText(
                locales.stream()
                        .map(locale -> text(news, locale))
                        .collect(Collectors.joining(NoticeMailText.SEPARATOR)),
                utf8);
    }

    private String text(AccountMail news, Locale locale) {
        String time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(news.happenedAt().atZone(timeZone));
        String happened = message(locale, "account-mail.text." + news.kind(), news.username(), time);
        String wasNotMe = message(locale, "account-mail.not-me")
                + properties.link("/account/password").map(link -> "\n" + link).orElse("");
        return String.join(
                        "\n\n",
                        message(locale, "account-mail.hello"),
                        happened,
                        wasNotMe,
                        String.join("\n", brand.signature()))
                + "\n";
    }

    private String message(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
