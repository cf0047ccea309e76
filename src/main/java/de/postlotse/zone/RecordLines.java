package de.postlotse.zone;

import de.postlotse.dns.MxSet;
import java.util.Collection;
import java.util.List;

/** MX sets as people read them, a line for each record. */
public final class RecordLines {

    private RecordLines() {}

    public static List<String> of(Collection<MxSet> sets) {
        return sets.stream()
                .flatMap(set -> set.records().stream()
                        .map(record -> set.owner().toUnicode() + "  " + record.preference() + "  "
                                + record.target().toUnicode() + "  TTL " + set.ttl()))
                .toList();
    }
}
