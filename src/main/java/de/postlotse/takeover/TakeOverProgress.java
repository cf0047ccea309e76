package de.postlotse.takeover;

import java.util.Map;

/** How far a list is. */
public record TakeOverProgress(TakeOverList list, Map<ItemStatus, Integer> counts) {

    public int count(ItemStatus status) {
        return counts.getOrDefault(status, 0);
    }

    public int taken() {
        return count(ItemStatus.TAKEN);
    }

    public int already() {
        return count(ItemStatus.ALREADY);
    }

    public int failed() {
        return count(ItemStatus.FAILED);
    }

    public int waiting() {
        return count(ItemStatus.WAITING);
    }

    /** How many were tried. */
    public int tried() {
        return taken() + already() + failed();
    }
}
