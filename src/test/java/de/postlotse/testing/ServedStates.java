package de.postlotse.testing;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Watches over DNS what zones answer with, all the time. Each edit of a test has a TTL of its own, so that the TTL tells
 * which edit is seen.
 */
public final class ServedStates implements AutoCloseable {

    private final Map<String, List<Integer>> seen = new ConcurrentHashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> watchers = new ArrayList<>();

    /** Watches the zones of one server, whatever becomes of others. */
    public void watch(InetSocketAddress server, Collection<String> zones) {
        Dig dig = new Dig(server);
        watchers.add(Thread.ofVirtual().start(() -> {
            while (!stopped.get()) {
                zones.forEach(zone -> dig.ttlIfAnswered(zone).ifPresent(ttl -> note(zone, ttl)));
            }
        }));
    }

    /** The TTLs that were seen, in the order in which they were, each once in a row. */
    public List<Integer> of(String zone) {
        return List.copyOf(seen.getOrDefault(zone, List.of()));
    }

    private void note(String zone, int ttl) {
        List<Integer> ttls = seen.computeIfAbsent(zone, first -> new CopyOnWriteArrayList<>());
        if (ttls.isEmpty() || ttls.getLast() != ttl) {
            ttls.add(ttl);
        }
    }

    @Override
    public void close() {
        stopped.set(true);
        for (Thread watcher : watchers) {
            try {
                watcher.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
