package de.postlotse.support;

import de.postlotse.dns.DomainName;
import de.postlotse.sweep.HostKnowledge;
import de.postlotse.zone.HostCondition;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the findings of a zone follow from.
 *
 * @param hosts what is known of its mail servers over time
 * @param waived advice that does not count for this zone
 * @param secondLook the day on which somebody wants to look at it again
 */
record ZoneFacts(
        ZoneSnapshot zone,
        Map<DomainName, HostKnowledge> hosts,
        Set<FindingKind> waived,
        @Nullable LocalDate secondLook) {

    /** What is believed of a host; usable as long as nothing is. */
    HostCondition condition(DomainName host) {
        HostKnowledge known = hosts.get(host);
        HostCondition believed = known == null ? null : known.condition();
        return believed == null ? HostCondition.USABLE : believed;
    }

    @Nullable
    Instant since(DomainName host) {
        HostKnowledge known = hosts.get(host);
        return known == null ? null : known.since();
    }
}
