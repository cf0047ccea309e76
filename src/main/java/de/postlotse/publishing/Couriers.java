package de.postlotse.publishing;

import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** One courier a name server, from the start of the application to its end. */
@Component
class Couriers implements SmartLifecycle {

    /** Before the web server starts to end: who shuts down in an orderly way publishes what it has begun. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** For zones whose name server is not configured (any more): each is told so. */
    private static final String NOWHERE = "not configured";

    private final Map<String, Courier> byServer = new HashMap<>();
    private volatile boolean running;

    Couriers(
            NameServers nameServers,
            Publisher publisher,
            OrderBook book,
            Zones zones,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        for (NameServer server : nameServers.all()) {
            IntFunction<List<Long>> orders = most -> book.take(server.id(), most);
            Satchel satchel = new Satchel(server.id(), orders, book, zones, transaction, events, clock);
            byServer.put(server.id(), new Courier(satchel, publisher, server.concurrentWriters()));
        }
        Set<String> configured = Set.copyOf(byServer.keySet());
        IntFunction<List<Long>> others = most -> book.takeOthers(configured, most);
        byServer.put(
                NOWHERE,
                new Courier(new Satchel(NOWHERE, others, book, zones, transaction, events, clock), publisher, 1));
    }

    /** There is something to do at a name server. */
    void hurry(String nameServer) {
        of(nameServer).wake();
    }

    /** A name server that was left alone is to be tried at once. */
    void tryAgain(String nameServer) {
        of(nameServer).tryAgain();
    }

    private Courier of(String nameServer) {
        Courier courier = byServer.getOrDefault(nameServer, byServer.get(NOWHERE));
        if (courier == null) {
            throw new IllegalStateException("no courier");
        }
        return courier;
    }

    @Override
    public void start() {
        running = true;
        byServer.values().forEach(Courier::start);
    }

    @Override
    public void stop() {
        running = false;
        List<Thread> ends = new ArrayList<>();
        byServer.values().forEach(courier -> ends.add(Thread.ofVirtual().start(() -> close(courier))));
        for (Thread end : ends) {
            try {
                end.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void close(Courier courier) {
        try {
            courier.close(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
