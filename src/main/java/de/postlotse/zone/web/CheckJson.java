package de.postlotse.zone.web;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.CheckedEntry;
import de.postlotse.zone.Harm;
import de.postlotse.zone.Verdict;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer to a check. */
record CheckJson(Verdict verdict, @Nullable EntryReadJson entry, List<FindingText> findings, Set<Harm> harms) {

    static CheckJson of(CheckedEntry checked, DomainName zone, List<FindingText> findings, Set<Harm> harms) {
        CheckedEntry.Entry entry = checked.entry();
        return new CheckJson(
                checked.verdict(),
                entry == null
                        ? null
                        : new EntryReadJson(
                                entry.owner().relativeTo(zone),
                                entry.record().target().toString(),
                                entry.record().preference().value(),
                                entry.ttl().seconds()),
                findings,
                harms);
    }

    /** The entry as it would be stored. */
    record EntryReadJson(String owner, String target, int priority, int ttl) {}
}
