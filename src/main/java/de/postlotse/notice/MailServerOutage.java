package de.postlotse.notice;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the mail server from being asked in vain again and again, and the log from telling of it more than once. */
final class MailServerOutage {

    private static final Logger log = LoggerFactory.getLogger(MailServerOutage.class);

    private int failures;
    private Instant pausedUntil = Instant.MIN;

    synchronized boolean lastsAt(Instant now) {
        return now.isBefore(pausedUntil);
    }

    synchronized void failed(Instant now, Exception failure) {
        pausedUntil = now.plus(pauseAfter(failures));
        if (failures++ == 0) {
            log.warn(
                    "The mail server takes no mail; customers are told later, and it is tried again: {}",
                    String.valueOf(failure.getMessage()).replaceAll("\\s+", " "));
        }
    }

    synchronized void over() {
        if (failures > 0) {
            log.info("The mail server takes mail again, after {} failures", failures);
            failures = 0;
            pausedUntil = Instant.MIN;
        }
    }

    /** One minute, then twice as long each time, half an hour at most. */
    private static Duration pauseAfter(int failuresBefore) {
        return Duration.ofMinutes(Math.min(30, 1L << Math.min(5, failuresBefore)));
    }
}
