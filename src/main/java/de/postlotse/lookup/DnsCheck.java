package de.postlotse.lookup;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One check of somebody, however many hosts it looks up: what it may send to the name servers of each zone of others.
 * Without this, whoever invents hosts has us send packets to anybody's servers. The threads that a check starts belong
 * to it; a look-up of nobody's is a check of its own.
 */
public final class DnsCheck {

    /** Enough for a host at three servers, or for three hosts at one. */
    static final int PACKETS_PER_ZONE = 10;

    private static final InheritableThreadLocal<DnsCheck> CURRENT = new InheritableThreadLocal<>();

    private final ConcurrentMap<String, Integer> sent = new ConcurrentHashMap<>();

    /** What this thread and those that it starts look up from now on is one check, until {@link #end}. */
    public static void begin() {
        CURRENT.set(new DnsCheck());
    }

    public static void end() {
        CURRENT.remove();
    }

    public static DnsCheck current() {
        DnsCheck begun = CURRENT.get();
        return begun == null ? new DnsCheck() : begun;
    }

    /** Whether one more packet may be sent to the servers of a zone; then it counts. */
    public boolean maySendTo(String zone) {
        return sent.merge(zone, 1, Integer::sum) <= PACKETS_PER_ZONE;
    }
}
