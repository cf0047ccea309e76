package de.postlotse.notice;

import de.postlotse.account.Caller;
import de.postlotse.account.Correspondent;
import de.postlotse.account.Role;
import de.postlotse.brand.Brand;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.RecordLine;
import de.postlotse.zone.history.RecentChanges;
import de.postlotse.zone.history.ZoneVersion;
import de.postlotse.zone.page.RecordTexts;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes notices as a mail: plain text, each of the account's languages below the other. */
@Component
record NoticeMailText(
        MessageSource messages,
        RecordTexts records,
        RecentChanges changes,
        NoticeProperties properties,
        ZoneId timeZone,
        Brand brand) {

    /** So many notices of one minute and kind are told one by one; of more, how many and the first names. */
    private static final int ONE_BY_ONE = 5;

    private static final int NAMES = 20;

    /** So many blocks make a mail that somebody reads. */
    private static final int BLOCKS = 40;

    static final String SEPARATOR = "\n\n" + "-".repeat(64) + "\n\n";

    void write(MimeMessage mail, Correspondent to, List<Notice> notices) throws MessagingException {
        List<Locale> locales = to.language().locales();
        String utf8 = StandardCharsets.UTF_8.name();
        mail.setFrom(properties.requireFrom());
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(Objects.requireNonNull(to.email()), true));
        mail.setSubject(
                locales.stream().map(locale -> subject(notices, locale)).collect(Collectors.joining(" / ")), utf8);
        mail.setHeader("Auto-Submitted", "auto-generated"); // nobody's holiday is to answer (RFC 3834 §5)
        List<Block> blocks = blocks(to, notices);
        mail.setText(
                locales.stream()
                        .map(locale -> text(blocks, notices.size(), locale))
                        .collect(Collectors.joining(SEPARATOR)),
                utf8);
    }

    private String subject(List<Notice> notices, Locale locale) {
        List<DomainName> zones = notices.stream().map(Notice::zone).distinct().toList();
        return zones.size() == 1
                ? message(locale, "notice.mail.subject.one", zones.getFirst().toUnicode())
                : message(locale, "notice.mail.subject.many", zones.size());
    }

    private List<Block> blocks(Correspondent to, List<Notice> notices) {
        Map<Notices.Batch, List<Notice>> byBatch = notices.stream()
                .collect(Collectors.groupingBy(
                        notice -> new Notices.Batch(notice.noticedMinute(), notice.kind()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Notice> alone = byBatch.values().stream()
                .filter(batch -> batch.size() <= ONE_BY_ONE)
                .flatMap(List::stream)
                .limit(BLOCKS)
                .toList();
        Caller reader = new Caller(to.username(), Role.CUSTOMER, to.customer(), "");
        Map<ZoneVersion, HistoryEntry> entries =
                changes.at(reader, alone.stream().map(Notice::change).toList());
        return byBatch.values().stream()
                .flatMap(batch -> batch.size() > ONE_BY_ONE
                        ? List.of(new Block(batch, entries)).stream()
                        : batch.stream().map(notice -> new Block(List.of(notice), entries)))
                .toList();
    }

    private String text(List<Block> blocks, int notices, Locale locale) {
        StringBuilder text = new StringBuilder(message(locale, "notice.mail.hello", notices));
        blocks.stream().limit(BLOCKS).forEach(block -> text.append("\n\n").append(text(block, locale)));
        if (blocks.size() > BLOCKS) {
            text.append("\n\n").append(message(locale, "notice.mail.more", blocks.size() - BLOCKS));
        }
        properties
                .link("/domains/notices")
                .ifPresent(link -> text.append("\n\n")
                        .append(message(locale, "notice.mail.link"))
                        .append("\n")
                        .append(link));
        text.append("\n\n").append(message(locale, "notice.mail.why"));
        properties.link("/account/mail").ifPresent(link -> text.append("\n").append(link));
        return text.append("\n\n")
                .append(String.join("\n", brand.signature()))
                .append('\n')
                .toString();
    }

    private String text(Block block, Locale locale) {
        Notice first = block.notices().getFirst();
        String kind = message(locale, "history.kind." + first.kind());
        if (block.notices().size() == 1) {
            String line = message(
                    locale,
                    "notice.mail.one",
                    time(first.noticedAt(), locale),
                    first.zone().toUnicode(),
                    kind);
            HistoryEntry entry = block.entries().get(first.change());
            return entry == null
                    ? line
                    : line
                            + records("history.before", entry.taken(), locale)
                            + records("history.after", entry.brought(), locale);
        }
        StringBuilder text = new StringBuilder(message(
                locale,
                "notice.mail.many",
                time(first.noticedAt(), locale),
                block.notices().size(),
                kind));
        block.notices().stream()
                .limit(NAMES)
                .forEach(notice -> text.append("\n  ").append(notice.zone().toUnicode()));
        if (block.notices().size() > NAMES) {
            text.append("\n  ")
                    .append(message(locale, "notice.mail.more", block.notices().size() - NAMES));
        }
        return text.toString();
    }

    private String records(String key, List<RecordLine> lines, Locale locale) {
        return lines.stream()
                .map(line -> "\n  " + message(locale, key) + ": " + records.of(line, locale))
                .collect(Collectors.joining());
    }

    private String time(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(at.atZone(timeZone));
    }

    private String message(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** What is told together: one notice, or many of a minute and kind. */
    private record Block(List<Notice> notices, Map<ZoneVersion, HistoryEntry> entries) {}
}
