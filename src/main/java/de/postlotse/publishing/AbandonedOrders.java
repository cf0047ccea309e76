package de.postlotse.publishing;

import de.postlotse.account.ConditionalOnEmbeddedStore;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Takes over at once what a killed process was publishing. In general that has to wait until its lease is over, since
 * another node might be at work still; the embedded store has one process at a time.
 */
@Component
@ConditionalOnEmbeddedStore
class AbandonedOrders implements InitializingBean {

    private final OrderBook orders;

    AbandonedOrders(OrderBook orders) {
        this.orders = orders;
    }

    /** Before anything is published. */
    @Override
    public void afterPropertiesSet() {
        orders.releaseAll();
    }
}
