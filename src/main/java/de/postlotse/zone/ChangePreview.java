package de.postlotse.zone;

import java.util.List;
import java.util.Set;

/**
 * What a change would do, before it is saved.
 *
 * @param zone the zone as it is
 * @param findings what the rules say of the sets that would come
 */
public record ChangePreview(ZoneSnapshot zone, List<SetChange> changes, List<Finding> findings, Set<Harm> harms) {

    public Verdict verdict() {
        return Verdict.of(findings);
    }
}
