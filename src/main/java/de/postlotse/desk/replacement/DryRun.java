package de.postlotse.desk.replacement;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.Finding;
import de.postlotse.policy.HostStatus;
import java.util.List;

/**
 * What a replacement would do; nothing of it has happened.
 *
 * @param warnings about the new host's name
 * @param ofOld what DNS says of it now
 * @param needsApproval whether somebody else has to look at it first
 */
public record DryRun(
        DomainName oldHost,
        DomainName newHost,
        List<Finding> warnings,
        HostStatus ofOld,
        HostStatus ofNew,
        Extent extent,
        List<RemarkedZones> remarks,
        boolean needsApproval) {

    public int count(Remark remark) {
        return remarks.stream()
                .filter(zones -> zones.remark() == remark)
                .mapToInt(RemarkedZones::count)
                .sum();
    }

    /** Whether it may start as it is. */
    public boolean canStart() {
        return extent.zones() > 0 && ofNew.verdict().passes();
    }
}
