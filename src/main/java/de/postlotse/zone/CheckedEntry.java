package de.postlotse.zone;

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

    /** An entry as it would be stored. */
    public record Entry(DomainName owner, MxRecord record, Ttl ttl) {}
}
