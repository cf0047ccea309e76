package de.postlotse.zone.history;

import de.postlotse.zone.ChangeRecorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** A line of the log for each line of history, once it is stored: who changed which zone, and which version it made. */
@Component
class ChangeLog {

    private static final Logger log = LoggerFactory.getLogger(ChangeLog.class);

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ChangeRecorded change) {
        log.info(
                "zone={} version={} change={} by={} customer={}",
                change.zone(),
                change.version(),
                change.kind(),
                change.actor(),
                change.customer());
    }
}
