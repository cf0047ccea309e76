package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The sets of the owners that a change concerned, before and after it. */
record ChangedSets(List<MxSet> before, List<MxSet> after) {

    /** The sets in which two states of a zone differ. */
    static ChangedSets between(Collection<MxSet> before, Collection<MxSet> after) {
        return new ChangedSets(without(before, after), without(after, before));
    }

    /** Those of some owners. */
    static List<MxSet> of(Set<DomainName> owners, Collection<MxSet> sets) {
        return sets.stream().filter(set -> owners.contains(set.owner())).toList();
    }

    private static List<MxSet> without(Collection<MxSet> sets, Collection<MxSet> others) {
        return sets.stream().filter(set -> !others.contains(set)).toList();
    }
}
