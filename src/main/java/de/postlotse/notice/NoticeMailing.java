package de.postlotse.notice;

import de.postlotse.account.Correspondent;
import de.postlotse.account.Correspondents;
import de.postlotse.work.BackOff;
import de.postlotse.work.Round;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
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
    private static final BackOff PAUSES = new BackOff(Duration.ofMinutes(1), Duration.ofHours(12));

    /** As long as mail servers try themselves; in the application the notices stay. */
    private static final Duration LONGEST_TRY = Duration.ofDays(5);

    private final NoticeMailStore store;
    private final Correspondents correspondents;
    private final NoticeMailText texts;
    private final MailServer server;
    private final NoticeProperties properties;
    private final Clock clock;

    NoticeMailing(
            NoticeMailStore store,
            Correspondents correspondents,
            NoticeMailText texts,
            MailServer server,
            NoticeProperties properties,
            Clock clock) {
        properties.requireFrom();
        this.store = store;
        this.correspondents = correspondents;
        this.texts = texts;
        this.server = server;
        this.properties = properties;
        this.clock = clock;
    }

    /** One node at a time. */
    @Bean
    Round noticeMailRound() {
        return new Round(
                "mail-notices",
                properties.mailEvery(),
                context -> round(() -> context.getSchedulerState().isShuttingDown()));
    }

    /** Mails all that is due, as long as the mail server takes it. */
    void round(BooleanSupplier stopping) {
        Instant now = clock.instant();
        if (server.isLeftAlone()) {
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
        switch (server.send(mail -> texts.write(mail, to, notices))) {
            case MailServer.Outcome.Taken taken -> store.done(username, notices);
            case MailServer.Outcome.Refused refusal -> refused(username, notices, refusal.failure());
            case MailServer.Outcome.Away away -> {
                return false;
            }
        }
        return true;
    }

    private void refused(String username, List<Notice> notices, Exception failure) {
        Instant now = clock.instant();
        int failures = store.failures(username);
        if (failures == 0) {
            log.warn("A mail to {} was not taken and is tried again: {}", username, MailServer.oneLine(failure));
        }
        if (notices.getFirst().noticedAt().isBefore(now.minus(LONGEST_TRY))) {
            log.warn("{} notices were not mailed to {}: {}", notices.size(), username, MailServer.oneLine(failure));
            store.done(username, notices);
        } else {
            store.pause(username, failures + 1, now.plus(PAUSES.after(failures + 1)));
        }
    }
}
