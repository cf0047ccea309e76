package de.postlotse.replacement;

import java.util.Map;

/**
 * How far a replacement is.
 *
 * @param atWork whether zones are being changed still, also where it is to stop
 */
public record ReplacementProgress(Replacement replacement, Map<ItemStatus, Integer> counts, boolean atWork) {

    public int count(ItemStatus status) {
        return counts.getOrDefault(status, 0);
    }

    /** How many were tried. */
    public int tried() {
        return replacement.zones() - count(ItemStatus.WAITING);
    }

    /** How many were tried and not changed. */
    public int left() {
        return tried() - count(ItemStatus.DONE);
    }

    public boolean canBeTriedAgain() {
        return isAtRest()
                && counts.keySet().stream().anyMatch(ItemStatus::canBeTriedAgain)
                && replacement.undoneBy() == null;
    }

    public boolean canGoOn() {
        return replacement.state() == ReplacementState.STOPPED && replacement.undoneBy() == null;
    }

    /** An undo is not undone, and nothing twice. */
    public boolean canBeUndone() {
        return isAtRest()
                && replacement.kind() == ReplacementKind.REPLACE
                && replacement.undoneBy() == null
                && count(ItemStatus.DONE) > 0;
    }

    private boolean isAtRest() {
        return !atWork
                && (replacement.state() == ReplacementState.STOPPED || replacement.state() == ReplacementState.DONE);
    }
}
