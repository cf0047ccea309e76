package de.postlotse.api;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.util.Collection;
import java.util.List;

/**
 * A set of MX records as programs read it.
 *
 * @param owner relative to the zone; {@code @} for the zone itself
 * @param ttl in seconds
 */
public record SetJson(String owner, int ttl, List<RecordJson> records) {

    public static SetJson of(MxSet set, DomainName zone) {
        return new SetJson(
                set.owner().relativeTo(zone),
                set.ttl().seconds(),
                set.records().stream()
                        .map(record -> new RecordJson(
                                record.preference().value(), record.target().toString()))
                        .toList());
    }

    public static List<SetJson> of(Collection<MxSet> sets, DomainName zone) {
        return sets.stream().map(set -> of(set, zone)).toList();
    }

    /** One of its records. */
    public record RecordJson(int priority, String target) {}
}
