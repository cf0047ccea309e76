package de.postlotse.publishing.powerdns;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes that were sent and not seen to be served yet. The server may hold one of them, which then is ours and nobody
 * else's change, and a server that was frozen may still make one later. Known within this process, and bounded: the
 * oldest are forgotten, whose zones are then published like any other.
 */
final class UnconfirmedChanges {

    private static final int MOST_ZONES = 1_000;
    private static final int MOST_CHANGES = 8;

    private final Map<DomainName, Changes> sent = new LinkedHashMap<>();

    /** @param before the serial that was seen before the change */
    synchronized void add(DomainName zone, ZoneSerial before, Collection<MxSet> sets) {
        Changes known = sent.remove(zone);
        sent.put(zone, known == null ? new Changes(before, 1, Set.of(Set.copyOf(sets))) : known.and(sets));
        if (sent.size() > MOST_ZONES) {
            sent.remove(sent.keySet().iterator().next());
        }
    }

    synchronized void forget(DomainName zone) {
        sent.remove(zone);
    }

    synchronized boolean concerns(DomainName zone) {
        return sent.containsKey(zone);
    }

    synchronized boolean has(DomainName zone, Collection<MxSet> sets) {
        Changes known = sent.get(zone);
        return known != null && known.sets().contains(Set.copyOf(sets));
    }

    /** Whether the serial was raised no more often than by them; if not, somebody else changed the zone meanwhile. */
    synchronized boolean explain(DomainName zone, ZoneSerial now) {
        @Nullable Changes known = sent.get(zone);
        return known == null || known.before().raisesUntil(now) <= known.count();
    }

    /** Those of one zone. */
    private record Changes(ZoneSerial before, int count, Set<Set<MxSet>> sets) {

        Changes and(Collection<MxSet> more) {
            return new Changes(
                    before,
                    count + 1,
                    Stream.concat(Stream.of(Set.copyOf(more)), sets.stream())
                            .limit(MOST_CHANGES)
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }
}
