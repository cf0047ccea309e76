package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** MX sets as lines of a master file, {@code @ 3600 MX 10 mx1.hoster.net.}: the form in which the history keeps them. */
public final class MxLines {

    private MxLines() {}

    public static String write(DomainName zone, List<MxSet> sets) {
        return sets.stream()
                .flatMap(set -> set.records().stream()
                        .map(record -> set.owner().relativeTo(zone) + " " + set.ttl() + " MX " + record))
                .collect(Collectors.joining("\n"));
    }

    public static List<MxSet> read(DomainName zone, String lines) {
        Map<DomainName, List<MxRecord>> records = new LinkedHashMap<>();
        Map<DomainName, Ttl> ttls = new LinkedHashMap<>();
        lines.lines().map(line -> line.split(" ")).forEach(part -> {
            DomainName owner = part[0].equals("@") ? zone : zone.child(part[0]);
            ttls.put(owner, new Ttl(Integer.parseInt(part[1])));
            records.computeIfAbsent(owner, none -> new ArrayList<>())
                    .add(MxRecord.of(Integer.parseInt(part[3]), part[4]));
        });
        return records.entrySet().stream()
                .map(set -> MxSet.of(set.getKey(), ttls.getOrDefault(set.getKey(), new Ttl(0)), set.getValue()))
                .toList();
    }
}
