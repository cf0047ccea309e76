package de.postlotse.zone.health;

import de.postlotse.work.Round;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks after zones that nobody opens: whether the world asks us about them, and whether a broken one is mended. */
@Configuration
class HealthRounds {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** A million zones a day, with some to spare. */
    private static final int DELEGATIONS_A_ROUND = 1_500;

    private static final int BROKEN_A_ROUND = 1_000;

    /** Somebody waits for what is new; a list of zones to take over brings many at once. */
    private static final Duration LOOK_FOR_NEW = Duration.ofSeconds(2);

    private static final int NEW_A_ROUND = 500;

    /** One node at a time makes the round; after a restart the next one starts with the zones it had not reached. */
    @Bean
    Round healthRound(MailHealth health) {
        return new Round("check-mail-health", PAUSE, context -> {
            health.refreshBroken(BROKEN_A_ROUND);
            health.refreshDelegations(DELEGATIONS_A_ROUND);
        });
    }

    @Bean
    Round newZonesRound(MailHealth health) {
        return new Round("check-new-zones", LOOK_FOR_NEW, context -> health.checkNew(NEW_A_ROUND));
    }
}
