package de.postlotse.zone;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of an edit. */
public sealed interface SaveOutcome {

    /**
     * The change is in the store, its history and its order to publish with it.
     *
     * @param replaced the version whose sets were others, so that one can go back to it; null where none were
     */
    record Saved(
            ZoneSnapshot zone,
            List<Finding> findings,
            Set<Harm> harms,
            @Nullable Long replaced) implements SaveOutcome {}

    /** Nothing was saved: the entry is refused, or could not be checked. */
    record Refused(ZoneSnapshot zone, List<Finding> findings) implements SaveOutcome {

        public Verdict verdict() {
            return Verdict.of(findings);
        }
    }

    /**
     * Nothing was saved yet: somebody else has to look at the change first.
     *
     * @param id by which the change can be found
     * @param zone as it is
     * @param why for which of its kinds it has to wait
     */
    record Waiting(
            long id, ZoneSnapshot zone, Set<FourEyesProperties.Kind> why, List<Finding> findings, Set<Harm> harms)
            implements SaveOutcome {}

    /** Nothing was saved yet: the change does harm that its editor has not been shown. */
    record Harmful(ChangePreview preview) implements SaveOutcome {}
}
