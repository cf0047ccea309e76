package de.postlotse.publishing.powerdns;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes that were sent and never seen to be served. The server may hold one of them, which then is ours and nobody
 * else's change, and a server that was frozen may still make one later. Known within this process, and bounded: the
 * oldest are forgotten, whose zones are then published like any other.
 */
final class Unproven {

    private static final int MOST_ZONES = 1_000;
    private static final int MOST_CHANGES = 8;

    private final Map<DomainName, Set<Set<MxSet>>> sent = new LinkedHashMap<>();

    synchronized void add(DomainName zone, Collection<MxSet> sets) {
        Set<Set<MxSet>> before = sent.getOrDefault(zone, Set.of());
        sent.remove(zone);
        sent.put(
                zone,
                Stream.concat(Stream.of(Set.copyOf(sets)), before.stream())
                        .limit(MOST_CHANGES)
                        .collect(Collectors.toUnmodifiableSet()));
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
        return sent.getOrDefault(zone, Set.of()).contains(Set.copyOf(sets));
    }
}
