package de.postlotse.zone.change;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.policy.CheckedEntry;
import de.postlotse.policy.Checks;
import de.postlotse.policy.Finding;
import de.postlotse.policy.Verdict;
import de.postlotse.zone.ZoneSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change after all checks.
 *
 * @param zone as it is
 * @param wanted the sets that the change makes others of, by owner, with nothing where the owner loses its set; null
 *     where what was typed makes no sets
 * @param entries what was found out about each record that was checked, in the order in which they were typed
 * @param checks all of it
 */
public record CheckedChange(
        ZoneSnapshot zone,
        @Nullable Map<DomainName, Optional<MxSet>> wanted,
        List<CheckedEntry> entries,
        Checks checks) {

    /** For one that passes whatever the rules say. */
    static CheckedChange unchecked(ZoneSnapshot zone, Map<DomainName, Optional<MxSet>> wanted) {
        return new CheckedChange(zone, wanted, List.of(), Checks.NONE);
    }

    static CheckedChange of(
            ZoneSnapshot zone, @Nullable Map<DomainName, Optional<MxSet>> wanted, List<CheckedEntry> entries) {
        return new CheckedChange(zone, wanted, entries, Checks.of(entries));
    }

    public List<Finding> findings() {
        return checks.findings();
    }

    public Verdict verdict() {
        return Verdict.of(findings());
    }

    /** Whether it may be saved, as far as the rules go. */
    public boolean passes() {
        return wanted != null && verdict().passes();
    }
}
