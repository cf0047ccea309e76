package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Preference;
import de.postlotse.dns.Ttl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record that is to join the records of one owner.
 *
 * @param others the records that stay beside it
 * @param othersTtl the TTL that the set has today, if there is one
 */
public record Proposal(List<MxRecord> others, Optional<Ttl> othersTtl, MxRecord record, Ttl ttl) {

    /** The priority proposed for a further server: 10 for the first one, then the next full ten (20, 30, …). */
    public static Preference nextPreference(List<MxRecord> others) {
        return others.stream()
                .filter(record -> !record.isNullMx())
                .map(record -> record.preference().value())
                .max(Integer::compare)
                .map(highest -> new Preference(Math.min((highest / 10 + 1) * 10, Preference.MAX)))
                .orElse(new Preference(10));
    }

    /** The set as it is once the record has joined. */
    MxSet result(DomainName owner) {
        List<MxRecord> all = new ArrayList<>(others);
        all.add(record);
        return new MxSet(owner, ttl, all);
    }
}
