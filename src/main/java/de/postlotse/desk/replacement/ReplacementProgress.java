package de.postlotse.desk.replacement;

import de.postlotse.work.JobProgress;
import de.postlotse.work.JobState;

/** How far a replacement is, and what staff can do with it now. */
public record ReplacementProgress(Replacement replacement, JobProgress<ReplacementItemStatus> job) {

    public int tried() {
        return job.tried();
    }

    /** By the status's name, for templates. */
    public int count(String status) {
        return job.count(status);
    }

    public boolean canBeTriedAgain() {
        return job.isAtRest()
                && job.counts().keySet().stream().anyMatch(ReplacementItemStatus::canBeTriedAgain)
                && replacement.undoneBy() == null;
    }

    public boolean canGoOn() {
        return job.job().state() == JobState.STOPPED && replacement.undoneBy() == null;
    }

    /** An undo is not undone, and nothing twice. */
    public boolean canBeUndone() {
        return job.isAtRest()
                && replacement.kind() == ReplacementKind.REPLACE
                && replacement.undoneBy() == null
                && job.count(ReplacementItemStatus.DONE) > 0;
    }
}
