package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import java.util.List;
import java.util.stream.Stream;

/** The rules that need no DNS, for a set that is in the store: what was taken over never went through the editor. */
public record StoredSet(DomainName zone, MxSet set) {

    /** The servers whose names can be none: an address, one label, an underscore, or the zone appended twice. */
    public List<DomainName> impossibleServers() {
        return set.targets().stream()
                .filter(target -> !target.isRoot())
                .filter(target -> isRefused(TargetReader.read(target + ".", zone)))
                .toList();
    }

    /** Whether the owner can be none, or a null MX has another priority than 0 (RFC 7505 §3). */
    public boolean isImpossible() {
        boolean owner = !set.owner().equals(zone) && isRefused(OwnerReader.read(set.owner() + ".", zone));
        return owner || nullRecords().anyMatch(record -> record.preference().value() != 0);
    }

    /** Whether "no mail" stands beside servers, so that senders disagree whether to deliver (RFC 7505 §3). */
    public boolean contradictsItself() {
        return !set.isNullMx() && nullRecords().findAny().isPresent();
    }

    /** Whether any of that is so. */
    public boolean isFaulty() {
        return contradictsItself() || isImpossible() || !impossibleServers().isEmpty();
    }

    private Stream<MxRecord> nullRecords() {
        return set.records().stream().filter(MxRecord::isNullMx);
    }

    private static boolean isRefused(ParsedField<DomainName> reading) {
        return reading.findings().stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }
}
