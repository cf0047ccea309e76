package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The states that a zone went through, told from what it is now and the changes that led there. */
final class PastStates {

    private PastStates() {}

    /** @param newestFirst the changes to go back over; one that was not made here ends the way */
    static Set<Set<MxSet>> of(Zone zone, List<ZoneChange> newestFirst) {
        Map<DomainName, MxSet> sets = new HashMap<>();
        zone.mxSets().forEach(set -> sets.put(set.owner(), set));
        Set<Set<MxSet>> states = new HashSet<>(Set.of(Set.copyOf(sets.values())));
        for (ZoneChange change : newestFirst) {
            HistoryEntry entry = change.entry(zone);
            if (entry.kind() == ChangeKind.DRIFT_REPLACED || entry.kind() == ChangeKind.TAKEN_OVER) {
                return states;
            }
            entry.after().forEach(set -> sets.remove(set.owner()));
            entry.before().forEach(set -> sets.put(set.owner(), set));
            states.add(Set.copyOf(sets.values()));
        }
        return states;
    }
}
