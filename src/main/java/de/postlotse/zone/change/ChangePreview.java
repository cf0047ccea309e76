package de.postlotse.zone.change;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.policy.Finding;
import de.postlotse.policy.HostStatus;
import de.postlotse.policy.Verdict;
import de.postlotse.zone.ZoneSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a change would do, before it is saved.
 *
 * @param changes the sets that would become others
 * @param hosts what DNS said of servers and owners on the way to that, so that nobody need ask again
 * @param wildcards the wildcard sets that would answer for owners without a set of their own (RFC 4592), by owner
 */
public record ChangePreview(
        CheckedChange checked,
        List<SetChange> changes,
        Set<Harm> harms,
        Map<DomainName, HostStatus> hosts,
        Map<DomainName, MxSet> wildcards) {

    /** The zone as it is. */
    public ZoneSnapshot zone() {
        return checked.zone();
    }

    /** What the rules say of the sets that would come. */
    public List<Finding> findings() {
        return checked.findings();
    }

    public Verdict verdict() {
        return checked.verdict();
    }
}
