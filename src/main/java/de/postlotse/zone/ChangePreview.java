package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a change would do, before it is saved.
 *
 * @param zone the zone as it is
 * @param findings what the rules say of the sets that would come
 * @param hosts what DNS said of servers and owners on the way to that, so that nobody need ask again
 */
public record ChangePreview(
        ZoneSnapshot zone,
        List<SetChange> changes,
        List<Finding> findings,
        Set<Harm> harms,
        Map<DomainName, HostStatus> hosts) {

    public Verdict verdict() {
        return Verdict.of(findings);
    }
}
