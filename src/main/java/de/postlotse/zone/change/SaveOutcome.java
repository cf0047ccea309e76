package de.postlotse.zone.change;

import de.postlotse.policy.Finding;
import de.postlotse.policy.Verdict;
import de.postlotse.zone.ZoneSnapshot;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of an edit. */
public sealed interface SaveOutcome extends AskOutcome {

    /** The end of an edit that nobody else has to look at any more. */
    sealed interface Settled extends SaveOutcome {}

    /**
     * The change is in the store, its history and its order to publish with it.
     *
     * @param replaced the version whose sets were others, so that one can go back to it; null where none were
     */
    record Saved(
            ZoneSnapshot zone,
            List<Finding> findings,
            Set<Harm> harms,
            @Nullable Long replaced) implements Settled {}

    /** Nothing was saved: the entry is refused, or could not be checked. */
    record Refused(ZoneSnapshot zone, List<Finding> findings) implements Settled {

        public Verdict verdict() {
            return Verdict.of(findings);
        }
    }

    /**
     * Nothing was saved yet: somebody else has to look at the change first.
     *
     * @param id by which the change can be found
     * @param why for which of its kinds it has to wait
     * @param preview what it would do
     */
    record Waiting(long id, Set<FourEyesProperties.Kind> why, ChangePreview preview) implements SaveOutcome {}
}
