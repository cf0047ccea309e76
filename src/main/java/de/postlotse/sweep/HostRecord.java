package de.postlotse.sweep;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.HostCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of a mail server, what was seen since that does not count yet, and when to ask again on its own
 * instead of with its part of the next round.
 */
record HostRecord(
        DomainName name,
        @Nullable HostCondition condition,
        @Nullable Instant since,
        List<String> addresses,
        @Nullable Rumour rumour,
        @Nullable Instant askAgainAt) {

    /** A host that was never asked. */
    static HostRecord of(DomainName name) {
        return new HostRecord(name, null, null, List.of(), null, null);
    }

    /**
     * Good news is believed at once; bad news only after it was seen several times.
     *
     * @param apart how far two sightings are apart at least that both count
     */
    HostRecord observe(Sighting sighting, Instant at, Duration apart) {
        List<String> seen = sighting.addressesAfter(addresses);
        if (sighting.condition() == condition) {
            return new HostRecord(name, condition, since, seen, null, null);
        }
        if (sighting.condition() == HostCondition.USABLE) {
            return new HostRecord(name, HostCondition.USABLE, at, seen, null, null);
        }
        Rumour next = rumour != null && rumour.condition() == sighting.condition()
                ? rumour.seenAgain(at, apart)
                : Rumour.first(sighting.condition(), at);
        return next.isBelieved()
                ? new HostRecord(name, next.condition(), next.since(), seen, null, null)
                : new HostRecord(name, condition, since, seen, next, next.countsFrom(apart));
    }

    /** Whether whoever lists faulty hosts has to know of the step from there to here. */
    boolean isNewsAfter(HostRecord before) {
        return condition != before.condition && (before.condition != null || condition != HostCondition.USABLE);
    }

    HostKnowledge knowledge() {
        return new HostKnowledge(
                name,
                condition,
                since,
                addresses,
                rumour == null ? null : rumour.condition(),
                rumour == null ? null : rumour.since());
    }
}
