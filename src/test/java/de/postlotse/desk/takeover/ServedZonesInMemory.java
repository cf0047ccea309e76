package de.postlotse.desk.takeover;

import static de.postlotse.dns.MxSets.mx;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.ServedZone;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A name server that serves every zone but those that a test says otherwise of. */
final class ServedZonesInMemory implements ServedZones {

    private final Map<DomainName, NameServerException.Reason> failing = new ConcurrentHashMap<>();
    private final Queue<DomainName> asked = new ConcurrentLinkedQueue<>();
    private volatile boolean down;
    private volatile Runnable whenAsked = () -> {};

    void fail(DomainName zone, NameServerException.Reason reason) {
        failing.put(zone, reason);
    }

    void heal(DomainName zone) {
        failing.remove(zone);
    }

    void goDown() {
        down = true;
    }

    void comeUp() {
        down = false;
    }

    void whenAsked(Runnable action) {
        whenAsked = action;
    }

    List<DomainName> asked() {
        return List.copyOf(asked);
    }

    @Override
    public List<String> nameServers() {
        return List.of("ns1");
    }

    @Override
    public Answer ask(DomainName zone, @Nullable String nameServer) {
        asked.add(zone);
        whenAsked.run();
        NameServerException.Reason reason = down ? NameServerException.Reason.UNREACHABLE : failing.get(zone);
        if (reason != null) {
            return new Answer.NotServed("ns1", new NameServerException(reason, "as the test says"));
        }
        MxSet set = mx(zone, 3600, "10 mx.example.net");
        return new Answer.Served("ns1", new ServedZone(1, List.of(set)));
    }
}
