package de.postlotse.support;

import de.postlotse.dns.DomainName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a zone now.
 *
 * @param subject the mail server or the name server that it is about; blank where it is about the zone itself
 * @param since null where nothing tells, so that it counts from when it was found
 */
record FoundFinding(
        FindingKind kind, String subject, @Nullable Instant since) {

    static FoundFinding ofZone(FindingKind kind, @Nullable Instant since) {
        return new FoundFinding(kind, "", since);
    }

    static FoundFinding ofHost(FindingKind kind, DomainName host, @Nullable Instant since) {
        return new FoundFinding(kind, host.toString(), since);
    }

    FindingGroup group() {
        return new FindingGroup(kind, subject);
    }
}
