package de.postlotse.desk.sweep;

import de.postlotse.desk.sweep.SweepWork.SweepJob;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does what is due, some pieces at a time, from the start of the application to its end. */
@Component
class Sweeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    /** Enough that DNS and the store need not wait for each other. */
    private static final int AT_ONCE = 4;

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final SweepWork work;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    Sweeper(SweepWork work) {
        this.work = work;
    }

    /** There is something to do. */
    void wake() {
        woken.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("sweeper").start(this::work);
    }

    /** Ends after what is being asked at this moment; the rest is given back. */
    @Override
    public void stop() {
        running = false;
        wake();
        try {
            Thread worker = thread;
            if (worker != null) {
                worker.join(GRACE);
            }
            if (free.tryAcquire(AT_ONCE, GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                free.release(AT_ONCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        try {
            while (running) {
                free.acquire();
                if (!startNext()) {
                    free.release();
                    sleep();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether there was something, which gives its place back when it is done */
    private boolean startNext() {
        try {
            Optional<SweepJob> next = running ? work.take() : Optional.empty();
            next.ifPresent(job -> Thread.ofVirtual().name("sweep").start(() -> run(job)));
            return next.isPresent();
        } catch (RuntimeException e) {
            log.warn("the sweep has to wait: {}", e.getMessage());
            return false;
        }
    }

    private void run(SweepJob job) {
        try {
            job.run(() -> !running);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("a part of the sweep has to be done again", e);
        } finally {
            free.release();
        }
    }

    private void sleep() throws InterruptedException {
        if (woken.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
        }
    }
}
