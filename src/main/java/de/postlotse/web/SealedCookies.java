package de.postlotse.web;

import de.postlotse.account.Seal;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes the cookies that keep something for visitors who have no session yet. */
@Component
class SealedCookies {

    private final Seal seal;
    private final Clock clock;

    SealedCookies(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    SealedCookie named(String name) {
        return new SealedCookie(name, seal, clock);
    }
}
