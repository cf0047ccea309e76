package de.postlotse.planned;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.ZoneSnapshot;
import java.util.List;
import java.util.stream.Collectors;

/** The servers of owners as one text, so that a step can tell whether somebody has changed them; TTLs do not count. */
final class ExpectedServers {

    private ExpectedServers() {}

    static String of(ZoneSnapshot zone, List<DomainName> owners) {
        return owners.stream()
                .map(owner -> line(owner, zone.setAt(owner).map(MxSet::records).orElse(List.of())))
                .collect(Collectors.joining("\n"));
    }

    /** Where all owners have the same servers. */
    static String of(List<DomainName> owners, List<MxRecord> records) {
        return owners.stream()
                .map(owner -> line(owner, records.stream().distinct().sorted().toList()))
                .collect(Collectors.joining("\n"));
    }

    private static String line(DomainName owner, List<MxRecord> records) {
        return owner + ": " + records.stream().map(MxRecord::toString).collect(Collectors.joining(", "));
    }
}
