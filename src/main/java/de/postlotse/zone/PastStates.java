package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The states that a zone went through, told from what it is now and the changes that led there. */
public final class PastStates {

    private PastStates() {}

    /** @param newestFirst the changes to go back over; one that was not made here ends the way */
    static Set<Set<MxSet>> of(Zone zone, List<ZoneChange> newestFirst) {
        Map<DomainName, MxSet> sets = byOwner(zone.mxSets());
        Set<Set<MxSet>> states = new HashSet<>(Set.of(Set.copyOf(sets.values())));
        for (ZoneChange change : newestFirst) {
            HistoryEntry entry = change.entry(zone.name());
            if (entry.kind() == ChangeKind.DRIFT_REPLACED || entry.kind() == ChangeKind.TAKEN_OVER) {
                return states;
            }
            goBack(sets, entry);
            states.add(Set.copyOf(sets.values()));
        }
        return states;
    }

    /** What the store wanted before all of the given changes, by owner. */
    public static Map<DomainName, MxSet> before(Collection<MxSet> now, List<HistoryEntry> newestFirst) {
        Map<DomainName, MxSet> sets = byOwner(now);
        // What stood at the name server before a drift was replaced was never what the store wanted.
        newestFirst.stream()
                .filter(entry -> entry.kind() != ChangeKind.DRIFT_REPLACED)
                .forEach(entry -> goBack(sets, entry));
        return sets;
    }

    private static void goBack(Map<DomainName, MxSet> sets, HistoryEntry entry) {
        entry.after().forEach(set -> sets.remove(set.owner()));
        entry.before().forEach(set -> sets.put(set.owner(), set));
    }

    private static Map<DomainName, MxSet> byOwner(Collection<MxSet> sets) {
        Map<DomainName, MxSet> byOwner = new HashMap<>();
        sets.forEach(set -> byOwner.put(set.owner(), set));
        return byOwner;
    }
}
