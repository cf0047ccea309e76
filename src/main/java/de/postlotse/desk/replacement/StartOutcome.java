package de.postlotse.desk.replacement;

import de.postlotse.policy.Finding;
import java.util.List;
import java.util.stream.Stream;

/** What became of the wish to replace a host, or to be shown what that would do. */
public sealed interface StartOutcome {

    /** It is in the store and runs, or waits for approval. */
    record Started(long id) implements StartOutcome {}

    /** A name cannot be read. */
    record Unreadable(List<Finding> ofOld, List<Finding> ofNew) implements StartOutcome {

        public List<Finding> all() {
            return Stream.concat(ofOld.stream(), ofNew.stream()).toList();
        }
    }

    /** Nothing was started; this is what there is to know first. */
    record Shown(DryRun dryRun) implements StartOutcome {}

    record ReasonTooLong(int longest) implements StartOutcome {}
}
