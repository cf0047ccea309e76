package de.postlotse.web;

import java.util.HashMap;
import java.util.Map;

/** Bodies that are being read: a slow one holds a thread, so there are so many of one address and of all. */
final class BodiesUnderWay {

    static final int MOST_OF_AN_ADDRESS = 50;
    static final int MOST = 200;

    private final Map<String, Integer> counts = new HashMap<>();
    private int all;

    synchronized boolean begin(String address) {
        if (all >= MOST || counts.getOrDefault(address, 0) >= MOST_OF_AN_ADDRESS) {
            return false;
        }
        counts.merge(address, 1, Integer::sum);
        all++;
        return true;
    }

    synchronized void end(String address) {
        counts.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
        all--;
    }
}
