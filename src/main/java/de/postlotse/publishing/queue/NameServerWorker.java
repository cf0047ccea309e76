package de.postlotse.publishing.queue;

import de.postlotse.publishing.queue.PublishBatch.Attempt.Contact;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the changes to one name server: some zones at a time, and hardly any while it cannot be reached. One worker
 * waits for no other, so that a name server that is down or slow delays only its own zones.
 */
final class NameServerWorker {

    private static final Logger log = LoggerFactory.getLogger(NameServerWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration WHILE_UNDER_WAY = Duration.ofMillis(200);
    private static final int WAITING_A_PLACE = 16;
    private static final int LEAST_UNDER_WAY = 128;
    private static final int MANY = 16;
    private static final Duration BETWEEN_WRITES_OF_MANY = Duration.ofMillis(30);
    private static final int MOST_WHILE_DOWN = 500;

    private final PublishBatch batch;
    private final Publisher publisher;
    /** How many zones are under way: enough that neither the name server nor the store waits for the other. */
    private final int window;

    private final Semaphore free;
    private final Semaphore woken = new Semaphore(0);
    private final Queue<PublishBatch.Attempt> ended = new ConcurrentLinkedQueue<>();
    private final List<PublishBatch.Attempt> unwritten = new ArrayList<>();
    private final CircuitBreaker breaker = new CircuitBreaker(System::nanoTime);
    private volatile boolean unreachable;
    private volatile boolean closed;
    private int underWay;
    private long written = System.nanoTime();
    private @Nullable Thread thread;

    /** @param places how many zones the name server is written to at once */
    NameServerWorker(PublishBatch batch, Publisher publisher, int places) {
        this.batch = batch;
        this.publisher = publisher;
        this.window = Math.max(LEAST_UNDER_WAY, places * WAITING_A_PLACE);
        this.free = new Semaphore(places);
    }

    void start() {
        closed = false;
        thread = Thread.ofVirtual().name("name-server-worker-" + batch.name()).start(this::work);
    }

    /** An order has come. */
    void wake() {
        woken.release();
    }

    /** Somebody believes that the name server can be reached again. */
    void tryAgain() {
        breaker.close();
        wake();
    }

    /** Takes no further orders, ends what is under way and gives the rest back. */
    void close(Duration patience) throws InterruptedException {
        closed = true;
        wake();
        Thread worker = thread;
        if (worker != null) {
            worker.join(patience);
        }
    }

    private void work() {
        while (!closed || underWay > 0 || !unwritten.isEmpty()) {
            try {
                round();
            } catch (RuntimeException e) {
                log.warn("orders for {} have to wait: {}", batch.name(), e.getMessage());
                sleep(PAUSE);
            }
        }
    }

    private void round() {
        if (!unwritten.isEmpty()) {
            write();
        }
        if (!closed && !breaker.isOpen()) {
            take();
        }
        if (underWay > MANY && !closed) {
            letMoreEnd();
        }
        if (!collect()) {
            sleep(underWay > 0 ? WHILE_UNDER_WAY : breaker.remaining(PAUSE));
        }
    }

    /** A transaction costs about the same for one zone as for twenty. */
    private void letMoreEnd() {
        long left = BETWEEN_WRITES_OF_MANY.toNanos() - (System.nanoTime() - written);
        if (left > 0) {
            LockSupport.parkNanos(left);
        }
    }

    private void take() {
        if (breaker.hasFailed()) {
            tryFirst();
        } else if (underWay == 0 || (!unreachable && underWay <= window * 3 / 4)) {
            unreachable = false;
            long now = System.nanoTime();
            batch.take(window - underWay).forEach(zone -> send(zone, now));
        }
    }

    /** Whether a name server is back is tried with one zone; the others need not wait for a time-out of their own. */
    private void tryFirst() {
        long now = System.nanoTime();
        List<ZoneSnapshot> taken = batch.take(MOST_WHILE_DOWN);
        if (taken.isEmpty()) {
            return;
        }
        ZoneSnapshot tried = taken.getFirst();
        PublishBatch.Attempt first = publisher.write(tried, now).orElseGet(() -> publisher.prove(tried));
        unreachable = first.contact() == Contact.NO;
        underWay += taken.size();
        ended.add(first);
        taken.stream().skip(1).forEach(zone -> startOne(zone, now));
    }

    private void send(ZoneSnapshot zone, long takenAt) {
        underWay++;
        startOne(zone, takenAt);
    }

    private void startOne(ZoneSnapshot zone, long takenAt) {
        Thread.ofVirtual().name("publish-" + zone.name()).start(() -> {
            ended.add(attempt(zone, takenAt));
            wake();
        });
    }

    private PublishBatch.Attempt attempt(ZoneSnapshot zone, long takenAt) {
        PublishBatch.Attempt attempt = writeInAPlace(zone, takenAt).orElseGet(() -> publisher.prove(zone));
        if (attempt.contact() == Contact.NO) {
            unreachable = true;
        }
        return attempt;
    }

    /** Only who writes takes a place: others are proved meanwhile. */
    private Optional<PublishBatch.Attempt> writeInAPlace(ZoneSnapshot zone, long takenAt) {
        free.acquireUninterruptibly();
        try {
            if (closed) {
                return Optional.of(publisher.putBack(zone));
            }
            return unreachable ? Optional.of(publisher.untried(zone)) : publisher.write(zone, takenAt);
        } finally {
            free.release();
        }
    }

    /** @return whether there was something */
    private boolean collect() {
        int count = 0;
        for (PublishBatch.Attempt next = ended.poll(); next != null; next = ended.poll()) {
            unwritten.add(next);
            count++;
        }
        underWay -= count;
        if (count > 0) {
            write();
        }
        return count > 0;
    }

    /** What could not be written is written later; writing it twice does no harm. */
    private void write() {
        batch.write(unwritten);
        written = System.nanoTime();
        if (unwritten.stream().anyMatch(attempt -> attempt.contact() == Contact.YES)) {
            unreachable = false;
            if (breaker.close()) {
                batch.bringForward();
            }
        } else if (unwritten.stream().anyMatch(attempt -> attempt.contact() == Contact.NO)) {
            breaker.open();
        }
        unwritten.clear();
    }

    private void sleep(Duration longest) {
        try {
            if (woken.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
