package de.postlotse.publishing;

import de.postlotse.account.ConditionalOnEmbeddedStore;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes over at once what a killed process was publishing. The scheduler itself has to wait until enough heartbeats are
 * missing, since another node might be at work still; the embedded store has one process at a time.
 */
@Component
@ConditionalOnEmbeddedStore
class AbandonedOrders implements InitializingBean {

    private final JdbcClient store;

    AbandonedOrders(JdbcClient store) {
        this.store = store;
    }

    /** Before the scheduler starts. */
    @Override
    public void afterPropertiesSet() {
        store.sql("""
                        update scheduled_tasks
                        set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                        where picked""").update();
    }
}
