package de.postlotse.zone.change;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.ZoneSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the wildcard that answers for an owner once its own set is gone (RFC 4592 §3.3.1), as far as MX sets tell. */
final class Wildcards {

    private Wildcards() {}

    /** Those that come into effect by changes, by the owner that loses its set and has no other records to exist by. */
    static Map<DomainName, MxSet> after(ZoneSnapshot zone, List<SetChange> changes) {
        Map<DomainName, MxSet> sets = new LinkedHashMap<>();
        zone.mxSets().forEach(set -> sets.put(set.owner(), set));
        changes.forEach(change -> change.after()
                .ifPresentOrElse(set -> sets.put(change.owner(), set), () -> sets.remove(change.owner())));
        return changes.stream()
                .filter(change -> change.after().isEmpty() && !change.owner().isWildcard())
                .flatMap(change ->
                        covering(change.owner(), zone.name(), sets).map(set -> Map.entry(change.owner(), set)).stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    /** Only a wildcard directly below the closest name that exists applies. */
    private static Optional<MxSet> covering(DomainName owner, DomainName zone, Map<DomainName, MxSet> sets) {
        for (DomainName name = owner; name.isBelow(zone); name = name.parent()) {
            if (exists(name, sets)) {
                return Optional.empty();
            }
            MxSet wildcard = sets.get(DomainName.of("*." + name.parent()));
            if (wildcard != null) {
                return Optional.of(wildcard);
            }
        }
        return Optional.empty();
    }

    private static boolean exists(DomainName name, Map<DomainName, MxSet> sets) {
        return sets.keySet().stream().anyMatch(owner -> owner.isAtOrBelow(name));
    }
}
