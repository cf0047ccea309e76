package de.postlotse.notice;

import de.postlotse.work.BackOff;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands mails to the operator's mail server, and leaves one that is away alone for a while, whoever has mails for it. */
@Component
@ConditionalOnProperty("spring.mail.host")
final class MailServer {

    private final JavaMailSender sender;
    private final Clock clock;
    private final Outage outage = new Outage();

    MailServer(JavaMailSender sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    boolean isLeftAlone() {
        return outage.lastsAt(clock.instant());
    }

    Outcome send(Text text) {
        try {
            sender.send(written(text));
        } catch (MailException failure) {
            if (isAboutThisMail(failure)) {
                return new Outcome.Refused(failure);
            }
            outage.failed(clock.instant(), failure);
            return new Outcome.Away();
        }
        outage.over();
        return new Outcome.Taken();
    }

    /** One that cannot be written is to hold up no other. */
    private MimeMessage written(Text text) {
        try {
            MimeMessage mail = sender.createMimeMessage();
            text.write(mail);
            return mail;
        } catch (MessagingException | RuntimeException e) {
            throw new MailPreparationException(e);
        }
    }

    /** Whether the server is there and only does not want this mail, or the mail could not even be written. */
    private static boolean isAboutThisMail(MailException failure) {
        return failure instanceof MailPreparationException
                || (failure instanceof MailSendException send
                        && send.getMessageExceptions().length > 0
                        && Stream.of(send.getMessageExceptions()).allMatch(SendFailedException.class::isInstance));
    }

    static String oneLine(Exception failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
    }

    /** Writes a mail. */
    @FunctionalInterface
    interface Text {

        void write(MimeMessage mail) throws MessagingException;
    }

    /** What became of a mail. */
    sealed interface Outcome {

        record Taken() implements Outcome {}

        /** The server is there and does not want this one, or it could not be written. */
        record Refused(Exception failure) implements Outcome {}

        /** No other will be taken now, either. */
        record Away() implements Outcome {}
    }

    /** Keeps the mail server from being asked in vain again and again, and the log from telling of it more than once. */
    private static final class Outage {

        private static final Logger log = LoggerFactory.getLogger(MailServer.class);
        private static final BackOff PAUSES = new BackOff(Duration.ofMinutes(1), Duration.ofMinutes(30));

        private int failures;
        private Instant pausedUntil = Instant.MIN;

        synchronized boolean lastsAt(Instant now) {
            return now.isBefore(pausedUntil);
        }

        synchronized void failed(Instant now, Exception failure) {
            failures++;
            pausedUntil = now.plus(PAUSES.after(failures));
            if (failures == 1) {
                log.warn(
                        "The mail server takes no mail; customers are told later, and it is tried again: {}",
                        oneLine(failure));
            }
        }

        synchronized void over() {
            if (failures > 0) {
                log.info("The mail server takes mail again, after {} failures", failures);
                failures = 0;
                pausedUntil = Instant.MIN;
            }
        }
    }
}
