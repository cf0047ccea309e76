package de.postlotse.publishing.proof;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.Message;

/**
 * What one owner has to answer with; nothing where it has no set (any more).
 *
 * @param wildcard whether a wildcard may answer for an owner without a set (RFC 4592 §2.1)
 */
record ExpectedMxSet(DomainName owner, Optional<MxSet> wanted, boolean wildcard) {

    /**
     * The owners to ask about, those that change first.
     *
     * @param most how many at most: a zone may have thousands of sets
     */
    static List<ExpectedMxSet> of(Collection<MxSet> before, Collection<MxSet> wanted, int most) {
        Map<DomainName, MxSet> sets = new HashMap<>();
        wanted.forEach(set -> sets.put(set.owner(), set));
        boolean wildcard = sets.keySet().stream().anyMatch(DomainName::isWildcard);
        Comparator<MxSet> changedFirst = Comparator.comparing(set -> before.contains(set) && wanted.contains(set));
        return Stream.concat(wanted.stream(), before.stream())
                .sorted(changedFirst)
                .map(MxSet::owner)
                .distinct()
                .limit(most)
                .map(owner -> new ExpectedMxSet(owner, Optional.ofNullable(sets.get(owner)), wildcard))
                .toList();
    }

    boolean holds(Message answer) {
        Optional<MxSet> seen = NameServerQuestions.mx(answer, owner);
        return wanted.isPresent() ? seen.equals(wanted) : seen.isEmpty() || wildcard;
    }
}
