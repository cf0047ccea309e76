package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Preference;
import de.postlotse.dns.Ttl;
import jakarta.persistence.Embeddable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One MX record as the store keeps it. */
@Embeddable
record MxRow(DomainName owner, int preference, DomainName target, int ttl) {

    static Stream<MxRow> of(MxSet set) {
        return set.records().stream()
                .map(record -> new MxRow(
                        set.owner(),
                        record.preference().value(),
                        record.target(),
                        set.ttl().seconds()));
    }

    /** The sets that rows make, by owner: the apex first, then by name. */
    static Map<DomainName, MxSet> sets(Collection<MxRow> rows, DomainName apex) {
        Map<DomainName, MxSet> sets = new TreeMap<>(Comparator.comparing((DomainName owner) -> !owner.equals(apex))
                .thenComparing(Comparator.naturalOrder()));
        rows.stream().collect(Collectors.groupingBy(MxRow::owner)).forEach((owner, ofOwner) -> {
            List<MxRecord> records = ofOwner.stream().map(MxRow::record).toList();
            sets.put(owner, MxSet.of(owner, new Ttl(ofOwner.getFirst().ttl()), records));
        });
        return sets;
    }

    private MxRecord record() {
        return new MxRecord(new Preference(preference), target);
    }
}
