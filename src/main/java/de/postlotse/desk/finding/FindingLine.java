package de.postlotse.desk.finding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.postlotse.dns.DomainName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Something that is wrong with a zone, as lists show it.
 *
 * @param subject the mail server or the name server that it is about; blank where it is about the zone itself
 * @param reviewedAt when somebody last looked at the zone
 */
public record FindingLine(
        @JsonIgnore long zoneId,
        @JsonSerialize(using = ToStringSerializer.class) DomainName zone,
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
