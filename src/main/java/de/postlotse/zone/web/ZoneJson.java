package de.postlotse.zone.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.Harm;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A zone's MX sets and how far its name servers are.
 *
 * @param found the sets that somebody else put at the name server, where it has drifted
 */
record ZoneJson(
        String zone,
        String customer,
        long version,
        String mailState,
        String delegation,
        PublicationJson publication,
        @Nullable List<SetJson> found,
        List<SetJson> sets) {

    static ZoneJson of(ZoneSnapshot zone) {
        return new ZoneJson(
                zone.name().toString(),
                zone.customer(),
                zone.version(),
                zone.mailState().name(),
                zone.delegation().name(),
                new PublicationJson(
                        zone.publication().state().name(),
                        zone.isLive(),
                        zone.publication().version(),
                        zone.publication().serial(),
                        zone.publication().liveSince(),
                        zone.publication().problem()),
                found(zone),
                zone.mxSets().stream().map(set -> SetJson.of(set, zone.name())).toList());
    }

    private static @Nullable List<SetJson> found(ZoneSnapshot zone) {
        return zone.drift() == null
                ? null
                : zone.drift().found().stream()
                        .map(set -> SetJson.of(set, zone.name()))
                        .toList();
    }

    record PublicationJson(
            String state,
            boolean live,
            long version,
            @Nullable Long serial,
            @Nullable Instant liveSince,
            @Nullable String problem) {}

    record SetJson(String owner, int ttl, List<RecordJson> records) {

        static SetJson of(MxSet set, DomainName zone) {
            return new SetJson(
                    set.owner().relativeTo(zone),
                    set.ttl().seconds(),
                    set.records().stream()
                            .map(record -> new RecordJson(
                                    record.preference().value(), record.target().toString()))
                            .toList());
        }
    }

    /** A set that was just saved, and what harm that does. */
    record SavedSetJson(String owner, int ttl, List<RecordJson> records, Set<Harm> harms) {

        static SavedSetJson of(SetJson set, Set<Harm> harms) {
            return new SavedSetJson(set.owner(), set.ttl(), set.records(), harms);
        }
    }

    record RecordJson(int priority, String target) {}
}
