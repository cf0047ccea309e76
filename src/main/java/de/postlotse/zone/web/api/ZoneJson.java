package de.postlotse.zone.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.postlotse.api.SetJson;
import de.postlotse.zone.ZoneHealth.Health;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.change.Harm;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A zone's MX sets and how far its name servers are.
 *
 * @param routing whose servers take the mail of the domain itself: OURS, OTHER, NONE or NO_MAIL
 * @param healthWhy a stable code
 * @param healthMessage the same in the caller's language
 * @param found the sets that somebody else put at the name server, where it has drifted
 */
record ZoneJson(
        String zone,
        String customer,
        long version,
        String mailState,
        String routing,
        Health health,
        Instant healthSince,
        String healthWhy,
        String healthMessage,
        String delegation,
        PublicationJson publication,
        @Nullable List<SetJson> found,
        List<SetJson> sets) {

    static ZoneJson of(ZoneSnapshot zone, String healthMessage) {
        return new ZoneJson(
                zone.name().toString(),
                zone.customer(),
                zone.version(),
                zone.mailState().name(),
                zone.routing().code(),
                zone.health().health(),
                zone.health().since(),
                zone.health().why().code(),
                healthMessage,
                zone.delegation().name(),
                new PublicationJson(
                        zone.publication().state().name(),
                        zone.isLive(),
                        zone.publication().version(),
                        zone.publication().serial(),
                        zone.publication().liveSince(),
                        zone.publication().problem()),
                zone.drift() == null ? null : SetJson.of(zone.drift().found(), zone.name()),
                SetJson.of(zone.mxSets(), zone.name()));
    }

    /** A zone that was just changed, and what harm that does. */
    record SavedJson(@JsonUnwrapped ZoneJson zone, Set<Harm> harms) {}

    record PublicationJson(
            String state,
            boolean live,
            long version,
            @Nullable Long serial,
            @Nullable Instant liveSince,
            @Nullable String problem) {}

    /** A set that was just saved, and what harm that does. */
    record SavedSetJson(String owner, int ttl, List<SetJson.RecordJson> records, Set<Harm> harms) {

        static SavedSetJson of(SetJson set, Set<Harm> harms) {
            return new SavedSetJson(set.owner(), set.ttl(), set.records(), harms);
        }
    }
}
