package de.postlotse.publishing.queue;

import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.NameServers;
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

/** One worker for each name server, from the start of the application to its end. */
@Component
class NameServerWorkers implements SmartLifecycle {

    /** Before the web server starts to end: who shuts down in an orderly way publishes what it has begun. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** For zones whose name server is not configured (any more): each is told so. */
    private static final String NOWHERE = "not configured";

    private final Map<String, NameServerWorker> byServer = new HashMap<>();
    private volatile boolean running;

    NameServerWorkers(
            NameServers nameServers,
            Publisher publisher,
            PublishQueue queue,
            Zones zones,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        for (NameServer server : nameServers.all()) {
            IntFunction<List<Long>> orders = most -> queue.take(server.id(), most);
            PublishBatch batch = new PublishBatch(server.id(), orders, queue, zones, transaction, events, clock);
            byServer.put(server.id(), new NameServerWorker(batch, publisher, server.concurrentWriters()));
        }
        Set<String> configured = Set.copyOf(byServer.keySet());
        IntFunction<List<Long>> others = most -> queue.takeOthers(configured, most);
        byServer.put(
                NOWHERE,
                new NameServerWorker(
                        new PublishBatch(NOWHERE, others, queue, zones, transaction, events, clock), publisher, 1));
    }

    /** There is something to do at a name server. */
    void hurry(String nameServer) {
        of(nameServer).wake();
    }

    /** A name server that was left alone is to be tried at once. */
    void tryAgain(String nameServer) {
        of(nameServer).tryAgain();
    }

    private NameServerWorker of(String nameServer) {
        NameServerWorker worker = byServer.getOrDefault(nameServer, byServer.get(NOWHERE));
        if (worker == null) {
            throw new IllegalStateException("no worker for " + nameServer);
        }
        return worker;
    }

    @Override
    public void start() {
        running = true;
        byServer.values().forEach(NameServerWorker::start);
    }

    @Override
    public void stop() {
        running = false;
        List<Thread> ends = new ArrayList<>();
        byServer.values().forEach(worker -> ends.add(Thread.ofVirtual().start(() -> close(worker))));
        for (Thread end : ends) {
            try {
                end.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void close(NameServerWorker worker) {
        try {
            worker.close(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
