package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import java.util.List;

/**
 * The servers that owners are to have instead of all that they have.
 *
 * @param owners whose sets are replaced
 * @param ttl for all of them, as typed; blank where each owner keeps the TTL of its set
 * @param records as typed; their own owners and TTLs do not count
 */
public record SwitchWish(List<DomainName> owners, String ttl, List<TypedMx> records) {

    public SwitchWish {
        owners = owners.stream().distinct().toList();
        records = List.copyOf(records);
    }

    /** Whether there is anything to be checked. */
    boolean isComplete() {
        return !owners.isEmpty() && !records.isEmpty();
    }
}
