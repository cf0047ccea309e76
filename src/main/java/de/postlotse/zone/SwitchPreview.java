package de.postlotse.zone;

import java.util.List;
import java.util.Optional;

/**
 * What it would mean to replace the servers of some owners.
 *
 * @param entries what was found out about each record, in the order of the wish
 * @param findings all of it, for all owners, each once
 * @param change nothing where no set comes of the records
 */
public record SwitchPreview(
        ZoneSnapshot zone, List<CheckedEntry> entries, List<Finding> findings, Optional<ChangePreview> change) {

    public Verdict verdict() {
        return Verdict.of(findings);
    }
}
