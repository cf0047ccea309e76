package de.postlotse.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.postlotse.account.AuditNews;
import de.postlotse.account.AuditNews.Kind;
import de.postlotse.api.AccessRefused;
import de.postlotse.api.RequestId;
import de.postlotse.store.StoreFailure;
import de.postlotse.work.BackOff;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Takes what the audit trail is to keep, and has one thread of the node write it, some lines at a time: no request waits
 * for the end of the chain, or fails with it. Each line goes to the log as well, so that one that a killed process could
 * not write is not lost. What somebody does over and over is one line in ten minutes.
 */
@Component
class AuditTrail implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);

    private static final int MOST_WAITING = 20_000;
    private static final int AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final BackOff PAUSES = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(30));
    private static final Set<Kind> OVER_AND_OVER = EnumSet.of(Kind.LOGIN_PAUSED, Kind.ACCESS_DENIED, Kind.ZONE_READ);

    private final AuditStore store;
    private final Clock clock;
    private final BlockingQueue<Unchained> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Cache<AuditNews, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();
    private final Thread writer =
            Thread.ofPlatform().name("audit-trail").daemon().unstarted(this::work);
    private volatile boolean ending;

    AuditTrail(AuditStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(AuditNews news) {
        if (OVER_AND_OVER.contains(news.kind()) && lately.asMap().putIfAbsent(news, true) != null) {
            return;
        }
        Unchained line = Unchained.of(news, RequestId.current(), clock.instant());
        log.info(
                "{} by={} subject={} from={} {}",
                line.kind(),
                line.username(),
                line.subject(),
                line.origin(),
                line.detail());
        if (!waiting.offer(line)) {
            log.warn("The audit trail cannot be written fast enough: the line above is in this log only");
        }
    }

    @EventListener
    void on(AccessRefused refusal) {
        if (refusal.username() != null) {
            on(new AuditNews(
                    Kind.ACCESS_DENIED, refusal.username(), refusal.path(), refusal.origin(), refusal.method()));
        }
    }

    @Override
    public void afterPropertiesSet() {
        writer.start();
    }

    private void work() {
        List<Unchained> lines = new ArrayList<>();
        int failures = 0;
        while (!ending || !waiting.isEmpty() || !lines.isEmpty()) {
            try {
                if (lines.isEmpty()) {
                    take(lines);
                }
                store.append(lines);
                lines.clear();
                failures = 0;
            } catch (InterruptedException end) {
                return;
            } catch (RuntimeException failure) {
                failures++;
                if (!StoreFailure.isPassing(failure)) {
                    log.error("{} lines of the audit trail are in this log only", lines.size(), failure);
                    lines.clear();
                } else if (ending || !isRested(failures, failure)) {
                    return;
                }
            }
        }
    }

    private void take(List<Unchained> lines) throws InterruptedException {
        Unchained first = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
            lines.add(first);
            waiting.drainTo(lines, AT_ONCE - 1);
        }
    }

    private boolean isRested(int failures, RuntimeException failure) {
        if (failures == 1) {
            log.warn("The audit trail is written once the store is back: {}", failure.getMessage());
        }
        try {
            Thread.sleep(PAUSES.after(failures));
            return true;
        } catch (InterruptedException end) {
            return false;
        }
    }

    /** Writes what waits, before the store is closed. */
    @Override
    public void destroy() throws InterruptedException {
        ending = true;
        writer.join(PATIENCE);
        writer.interrupt();
    }
}
