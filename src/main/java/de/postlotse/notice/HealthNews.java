package de.postlotse.notice;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.ZoneHealth;
import java.time.Instant;

/**
 * A zone that an account is to be told of: it is broken, or fine again.
 *
 * @param healthSince when it was first seen to be so
 */
record HealthNews(long id, DomainName name, ZoneHealth.Why healthWhy, Instant healthSince) {

    boolean isBroken() {
        return healthWhy.health() == ZoneHealth.Health.BROKEN;
    }

    /** Whether that has been so for long enough to be believed. */
    boolean isSettled(Instant before) {
        return !healthSince.isAfter(before);
    }
}
