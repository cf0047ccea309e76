package de.postlotse.notice;

import de.postlotse.account.Correspondent;
import de.postlotse.account.Correspondents;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Mails customers what they have not been told yet, one mail an account. What the mail server has not taken is tried
 * again; a process that ends between that and the note of it sends a mail twice rather than never.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class NoticeMailing {

    private static final Logger log = LoggerFactory.getLogger(NoticeMailing.class);

    private static final int ACCOUNTS_A_ROUND = 200;
    private static final int NOTICES_A_MAIL = 5_000;

    /** As long as mail servers try themselves; in the application the notices stay. */
    private static final Duration LONGEST_TRY = Duration.ofDays(5);

    private final NoticeMailStore store;
    private final Correspondents correspondents;
    private final NoticeMailText texts;
    private final JavaMailSender sender;
    private final NoticeProperties properties;
    private final Clock clock;
    private final MailServerOutage outage = new MailServerOutage();

    NoticeMailing(
            NoticeMailStore store,
            Correspondents correspondents,
            NoticeMailText texts,
            JavaMailSender sender,
            NoticeProperties properties,
            Clock clock) {
        properties.requireFrom();
        this.store = store;
        this.correspondents = correspondents;
        this.texts = texts;
        this.sender = sender;
        this.properties = properties;
        this.clock = clock;
    }

    /** Mails all that is due, as long as the mail server takes it. */
    void round(BooleanSupplier stopping) {
        Instant now = clock.instant();
        if (outage.lastsAt(now)) {
            return;
        }
        Instant ripe = now.minus(properties.collectFor());
        for (String username : store.due(ripe, now, ACCOUNTS_A_ROUND)) {
            if (stopping.getAsBoolean() || !mail(username, ripe)) {
                return;
            }
        }
    }

    /** @return whether it is worth going on */
    private boolean mail(String username, Instant ripe) {
        Correspondent to = correspondents.find(username).orElse(null);
        String customer = to == null || to.email() == null ? null : to.customer();
        List<Notice> notices = customer == null ? List.of() : store.waiting(username, customer, ripe, NOTICES_A_MAIL);
        if (to == null || notices.isEmpty()) {
            store.forget(username);
            return true;
        }
        try {
            sender.send(written(to, notices));
        } catch (MailException failure) {
            if (isAboutThisMail(failure)) {
                refused(username, notices, failure);
                return true;
            }
            outage.failed(clock.instant(), failure);
            return false;
        }
        outage.over();
        store.done(username, notices);
        return true;
    }

    /** One that cannot be written is to hold up no other. */
    private MimeMessage written(Correspondent to, List<Notice> notices) {
        try {
            MimeMessage mail = sender.createMimeMessage();
            texts.write(mail, to, notices);
            return mail;
        } catch (MessagingException | RuntimeException e) {
            throw new MailPreparationException(e);
        }
    }

    /** Growing pauses: a minute, then twice as long each time, half a day at most. */
    private void refused(String username, List<Notice> notices, Exception failure) {
        Instant now = clock.instant();
        int failures = store.failures(username);
        if (failures == 0) {
            log.warn("A mail to {} was not taken and is tried again: {}", username, oneLine(failure));
        }
        if (notices.getFirst().at().isBefore(now.minus(LONGEST_TRY))) {
            log.warn("{} notices were not mailed to {}: {}", notices.size(), username, oneLine(failure));
            store.done(username, notices);
        } else {
            store.pause(
                    username, failures + 1, now.plus(Duration.ofMinutes(Math.min(720, 1L << Math.min(10, failures)))));
        }
    }

    /** Whether the server is there and only does not want this mail, or the mail could not even be written. */
    private static boolean isAboutThisMail(MailException failure) {
        return failure instanceof MailPreparationException
                || (failure instanceof MailSendException send
                        && send.getMessageExceptions().length > 0
                        && Stream.of(send.getMessageExceptions()).allMatch(SendFailedException.class::isInstance));
    }

    private static String oneLine(Exception failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
    }
}
