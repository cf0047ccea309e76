package de.postlotse.sweep;

import de.postlotse.account.ConditionalOnEmbeddedStore;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Goes on at once where a killed process was; the embedded store has one process at a time. */
@Component
@ConditionalOnEmbeddedStore
class AbandonedParts implements InitializingBean {

    private final SweepStore store;

    AbandonedParts(SweepStore store) {
        this.store = store;
    }

    @Override
    public void afterPropertiesSet() {
        store.releaseAll();
    }
}
