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
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Mails customers who want it that a zone of theirs is broken, and that it is fine again. One mail tells of all zones of
 * an account; one that goes to and fro is told of once, until it has been quiet for a while.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class HealthMailing {

    private static final Logger log = LoggerFactory.getLogger(HealthMailing.class);

    private static final int ACCOUNTS_A_ROUND = 200;
    private static final int ZONES_A_MAIL = 5_000;
    private static final BackOff PAUSES = new BackOff(Duration.ofMinutes(5), Duration.ofHours(12));

    private final HealthMailStore store;
    private final Correspondents correspondents;
    private final HealthMailText texts;
    private final MailServer server;
    private final NoticeProperties properties;
    private final Clock clock;

    HealthMailing(
            HealthMailStore store,
            Correspondents correspondents,
            HealthMailText texts,
            MailServer server,
            NoticeProperties properties,
            Clock clock) {
        this.store = store;
        this.correspondents = correspondents;
        this.texts = texts;
        this.server = server;
        this.properties = properties;
        this.clock = clock;
    }

    /** One node at a time. */
    @Bean
    Round healthMailRound() {
        return new Round(
                "mail-health",
                properties.mailEvery(),
                context -> round(() -> context.getSchedulerState().isShuttingDown()));
    }

    /** Mails all that is due, as long as the mail server takes it. */
    void round(BooleanSupplier stopping) {
        if (server.isLeftAlone()) {
            return;
        }
        Instant now = clock.instant();
        store.forget(again(now));
        for (String username : store.due(settled(now), again(now), now, ACCOUNTS_A_ROUND)) {
            if (stopping.getAsBoolean() || !mail(username, now)) {
                return;
            }
        }
    }

    /** @return whether it is worth going on */
    private boolean mail(String username, Instant now) {
        Correspondent to = correspondents
                .find(username)
                .filter(account -> account.healthMail() && account.email() != null)
                .orElse(null);
        String customer = to == null ? null : to.customer();
        if (to == null || customer == null) {
            return true;
        }
        List<HealthNews> news = Stream.of(
                        store.broken(username, customer, again(now), ZONES_A_MAIL),
                        store.fineAgain(username, customer, ZONES_A_MAIL))
                .filter(same -> same.stream().anyMatch(each -> each.isSettled(settled(now))))
                .flatMap(List::stream)
                .toList();
        if (news.isEmpty()) {
            return true;
        }
        switch (server.send(mail -> texts.write(mail, to, news))) {
            case MailServer.Outcome.Taken taken -> store.told(username, news, now);
            case MailServer.Outcome.Refused refusal -> refused(username, refusal.failure(), now);
            case MailServer.Outcome.Away away -> {
                return false;
            }
        }
        return true;
    }

    /** It is tried for as long as there is something to be told: each try tells of how it is by then. */
    private void refused(String username, Exception failure, Instant now) {
        int failures = store.failures(username) + 1;
        if (failures == 1) {
            log.warn(
                    "A mail about broken domains to {} was not taken and is tried again: {}",
                    username,
                    MailServer.oneLine(failure));
        }
        store.pause(username, failures, now.plus(PAUSES.after(failures)));
    }

    private Instant settled(Instant now) {
        return now.minus(properties.healthAfter());
    }

    private Instant again(Instant now) {
        return now.minus(properties.healthAgainAfter());
    }
}
