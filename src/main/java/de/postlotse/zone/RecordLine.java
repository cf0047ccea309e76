package de.postlotse.zone;

import de.postlotse.dns.MxSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A record of an MX set as people are told of it, with all that a change can change. */
public record RecordLine(String owner, int priority, String target, boolean nullMx, int ttl) {

    public static List<RecordLine> of(Collection<MxSet> sets) {
        return sets.stream()
                .flatMap(set -> set.records().stream()
                        .map(record -> new RecordLine(
                                set.owner().toUnicode(),
                                record.preference().value(),
                                record.target().toUnicode(),
                                record.isNullMx(),
                                set.ttl().seconds())))
                .toList();
    }

    /** For files, which programs read as well. */
    public static String inFile(Collection<MxSet> sets) {
        return of(sets).stream().map(RecordLine::inFile).collect(Collectors.joining(", "));
    }

    private String inFile() {
        return owner + "  " + priority + "  " + target + "  TTL " + ttl;
    }
}
