package de.postlotse.support;

import de.postlotse.dns.DomainName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a zone, as lists show it.
 *
 * @param subject the mail server or the name server that it is about; blank where it is about the zone itself
 * @param reviewedAt when somebody last looked at the zone
 */
public record FindingLine(
        long zoneId,
        DomainName zone,
        String customer,
        String nameServer,
        FindingKind kind,
        String subject,
        FindingStanding standing,
        Instant since,
        @Nullable Instant reviewedAt) {

    public FindingCursor cursor() {
        return new FindingCursor(kind.weight(), since, zoneId, subject);
    }
}
