package de.postlotse.zone.change;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Preference;
import de.postlotse.policy.HostStatus;
import de.postlotse.zone.ZoneSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts one host in the place of another one in all sets of a zone; their priorities and TTLs stay.
 *
 * @param known what DNS said of the new host, a moment ago
 */
public record ReplaceHost(DomainName old, DomainName replacement, HostStatus known) implements Change.OneOfMany {

    @Override
    public CheckedChange check(ZoneSnapshot zone, ChangeChecks checks) {
        return checks.ofHost(zone, wanted(zone), replacement, known);
    }

    Map<DomainName, Optional<MxSet>> wanted(ZoneSnapshot zone) {
        Map<DomainName, Optional<MxSet>> wanted = new HashMap<>();
        zone.mxSets().stream()
                .filter(set -> set.targets().contains(old))
                .forEach(set -> wanted.put(set.owner(), Optional.of(replaceIn(set))));
        return wanted;
    }

    /** A host is named once (RFC 2181 §5): where the set has the new one already, the better priority counts. */
    private MxSet replaceIn(MxSet set) {
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
