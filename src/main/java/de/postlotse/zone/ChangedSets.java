package de.postlotse.zone;

import de.postlotse.dns.MxSet;
import java.util.Collection;
import java.util.List;

/** The sets of the owners that a change concerned, before and after it. */
record ChangedSets(List<MxSet> before, List<MxSet> after) {

    /** The sets in which two states of a zone differ. */
    static ChangedSets between(Collection<MxSet> before, Collection<MxSet> after) {
        return new ChangedSets(without(before, after), without(after, before));
    }

    private static List<MxSet> without(Collection<MxSet> sets, Collection<MxSet> others) {
        return sets.stream().filter(set -> !others.contains(set)).toList();
    }
}
