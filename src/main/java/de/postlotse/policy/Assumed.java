package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records to assume at the owner of an entry instead of the stored ones. */
public record Assumed(List<MxRecord> records, @Nullable Ttl ttl) {

    public Optional<MxSet> at(DomainName owner, Ttl defaultTtl) {
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(MxSet.of(owner, ttl == null ? defaultTtl : ttl, records));
    }
}
