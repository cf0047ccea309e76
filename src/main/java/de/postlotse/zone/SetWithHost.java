package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Preference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts one host in the place of another one in a set: its priorities and the TTL stay. */
final class SetWithHost {

    private SetWithHost() {}

    /** The sets of a zone that name the old host, as they are to be. */
    static Map<DomainName, Optional<MxSet>> wanted(ZoneSnapshot zone, DomainName old, DomainName replacement) {
        Map<DomainName, Optional<MxSet>> wanted = new HashMap<>();
        zone.mxSets().stream()
                .filter(set -> set.targets().contains(old))
                .forEach(set -> wanted.put(set.owner(), Optional.of(replace(set, old, replacement))));
        return wanted;
    }

    /** A host is named once (RFC 2181 §5): where the set has the new one already, the better priority of the two counts. */
    private static MxSet replace(MxSet set, DomainName old, DomainName replacement) {
        List<MxRecord> records = new ArrayList<>();
        List<Preference> preferences = new ArrayList<>();
        for (MxRecord record : set.records()) {
            if (record.target().equals(old) || record.target().equals(replacement)) {
                preferences.add(record.preference());
            } else {
                records.add(record);
            }
        }
        records.add(new MxRecord(Collections.min(preferences), replacement));
        return MxSet.of(set.owner(), set.ttl(), records);
    }
}
