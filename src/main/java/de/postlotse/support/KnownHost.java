package de.postlotse.support;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.HostCondition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail server, what is known of it, and how much it is used.
 *
 * @param condition null as long as nothing is believed
 * @param uses how many MX records name it, at most {@link HostUses#COUNTED} + 1
 */
public record KnownHost(
        DomainName name,
        @Nullable HostCondition condition,
        @Nullable Instant since,
        List<String> addresses,
        int uses) {

    public boolean hasMoreUsesThanCounted() {
        return uses > HostUses.COUNTED;
    }
}
