package de.postlotse.zone;

import java.util.List;

/** What became of an edit. */
public sealed interface SaveOutcome {

    /** The change is in the store, its history and its order to publish with it. */
    record Saved(ZoneSnapshot zone, List<Finding> findings) implements SaveOutcome {}

    /** Nothing was saved: the entry is refused, or could not be checked. */
    record Refused(ZoneSnapshot zone, List<Finding> findings) implements SaveOutcome {

        public Verdict verdict() {
            return Verdict.of(findings);
        }
    }
}
