package de.postlotse.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Ends the process where H2 has closed its store, as it does when its disk is full: it never opens it again, and its
 * threads keep all others from working. What was saved is on the disk; whatever supervises the process starts it anew.
 */
@Component
class ClosedStoreWatch implements BeanPostProcessor, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClosedStoreWatch.class);

    /** The exit status EX_IOERR of sysexits. */
    private static final int STATUS = 74;

    private final String dataDirectory;
    private final AtomicBoolean running = new AtomicBoolean();

    ClosedStoreWatch(@Value("${postlotse.data-directory}") String dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:h2:file:")) {
            pool.setExceptionOverride(new Ear());
        }
        return bean;
    }

    private void look(SQLException failure) {
        if (StoreFailure.isUnwritable(failure) && running.get() && !isEnding() && running.compareAndSet(true, false)) {
            LOG.error(
                    "The store in {} has closed itself: its disk is full or cannot be written ({}). What was saved is"
                            + " there. Make space and start again; this process ends now.",
                    dataDirectory,
                    StoreFailure.reason(failure));
            Runtime.getRuntime().halt(STATUS);
        }
    }

    /** H2 closes its store at the end of a process, unless its URL says otherwise. */
    private static boolean isEnding() {
        Thread none = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(none);
            Runtime.getRuntime().removeShutdownHook(none);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }

    @Override
    public void start() {
        running.set(true);
    }

    /** Stops first, before the store is closed in good order. */
    @Override
    public void stop() {
        running.set(false);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** Hears of each failure of a connection; what the pool does about it stays as it is. */
    private final class Ear implements SQLExceptionOverride {

        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            look(failure);
            return Override.CONTINUE_EVICT;
        }
    }
}
