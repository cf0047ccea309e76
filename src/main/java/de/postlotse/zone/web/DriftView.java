package de.postlotse.zone.web;

import de.postlotse.dns.MxSet;
import de.postlotse.zone.Drift;
import de.postlotse.zone.RecordLine;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both sides of a zone that somebody else changed at its name server: the sets that differ, as lines. */
record DriftView(Instant since, List<RecordLine> ours, List<RecordLine> theirs) {

    /** Whether nothing differs, since their change was overwritten in the moment in which they made it. */
    public boolean isOverwritten() {
        return ours.isEmpty() && theirs.isEmpty();
    }

    static @Nullable DriftView of(ZoneSnapshot zone) {
        Drift drift = zone.drift();
        return drift == null
                ? null
                : new DriftView(
                        drift.since(), lines(zone.mxSets(), drift.found()), lines(drift.found(), zone.mxSets()));
    }

    private static List<RecordLine> lines(Collection<MxSet> sets, Collection<MxSet> others) {
        return sets.stream()
                .filter(set -> !others.contains(set))
                .flatMap(set -> RecordLine.of(List.of(set)).stream())
                .toList();
    }
}
