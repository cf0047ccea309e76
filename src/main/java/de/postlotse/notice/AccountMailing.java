package de.postlotse.notice;

import de.postlotse.account.AccountNews;
import de.postlotse.work.BackOff;
import de.postlotse.work.Round;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the owner of an account by mail that its password, its address or its tokens are others now. Whoever did it in
 * the owner's name cannot keep that mail away: it goes to the address from before.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class AccountMailing {

    private static final Logger log = LoggerFactory.getLogger(AccountMailing.class);

    private static final int MAILS_A_ROUND = 500;
    private static final BackOff PAUSES = new BackOff(Duration.ofMinutes(1), Duration.ofHours(12));
    private static final Duration LONGEST_TRY = Duration.ofDays(5);

    private final AccountMailStore store;
    private final AccountMailText texts;
    private final NoticeProperties properties;
    private final Clock clock;
    private final MailServer server;

    AccountMailing(
            AccountMailStore store,
            AccountMailText texts,
            MailServer server,
            NoticeProperties properties,
            Clock clock) {
        this.store = store;
        this.texts = texts;
        this.properties = properties;
        this.clock = clock;
        this.server = server;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void note(AccountNews news) {
        if (news.email() != null) {
            store.add(news, news.email(), clock.instant());
        }
    }

    /** One node at a time. */
    @Bean
    Round accountMailRound() {
        return new Round(
                "mail-account-news",
                properties.mailEvery(),
                context -> round(() -> context.getSchedulerState().isShuttingDown()));
    }

    /** Mails all that is due, as long as the mail server takes it. */
    void round(BooleanSupplier stopping) {
        if (server.isLeftAlone()) {
            return;
        }
        for (AccountMail mail : store.due(clock.instant(), MAILS_A_ROUND)) {
            if (stopping.getAsBoolean()) {
                return;
            }
            switch (server.send(message -> texts.write(message, mail))) {
                case MailServer.Outcome.Taken taken -> store.done(mail);
                case MailServer.Outcome.Refused refusal -> refused(mail, refusal.failure());
                case MailServer.Outcome.Away away -> {
                    return;
                }
            }
        }
    }

    private void refused(AccountMail mail, Exception failure) {
        Instant now = clock.instant();
        boolean givenUp = mail.happenedAt().isBefore(now.minus(LONGEST_TRY));
        if (givenUp || mail.failures() == 0) {
            log.warn(
                    "{} was not told by mail of {}, {}: {}",
                    mail.username(),
                    mail.kind(),
                    givenUp ? "and will not be" : "which is tried again",
                    MailServer.oneLine(failure));
        }
        if (givenUp) {
            store.done(mail);
        } else {
            store.again(mail, now.plus(PAUSES.after(mail.failures() + 1)));
        }
    }
}
