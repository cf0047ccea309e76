package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.Ttl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry after all rules.
 *
 * @param entry what was read, or null where a field could not be read
 * @param host what DNS said of the target, or null where it was not asked
 */
public record CheckedEntry(
        @Nullable Entry entry,
        List<Finding> findings,
        @Nullable HostStatus host) {

    public CheckedEntry {
        findings = List.copyOf(findings);
    }

    public Verdict verdict() {
        return Verdict.of(findings);
    }

    /** The same for one that was in the zone before: what keeps a new one out is only said of it. */
    public CheckedEntry onceThere() {
        return new CheckedEntry(entry, findings.stream().map(Finding::asWarning).toList(), host);
    }

    /** An entry as it would be stored. */
    public record Entry(DomainName owner, MxRecord record, Ttl ttl) {}
}
