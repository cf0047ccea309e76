package de.postlotse.zone;

import de.postlotse.account.Caller;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Carries an edit out in as many attempts as it takes: others are faster, and stores fail over. */
@Component
class EditAttempts {

    private static final int MOST_OVERTAKEN = 100;
    private static final int LONGEST_PAUSE_MILLIS = 50;
    private static final int MOST_STORE_FAILURES = 5;
    private static final Duration FIRST_STORE_PAUSE = Duration.ofMillis(100);

    private final Zones zones;
    private final ZoneWriter writer;

    EditAttempts(Zones zones, ZoneWriter writer) {
        this.zones = zones;
        this.writer = writer;
    }

    /**
     * Carries out an edit on the revision that its editor has seen. Where the editor does not mind, a version that was
     * overtaken meanwhile is no reason to give up: the edit is checked again on top of the new one. Of many such
     * editors one gets through at a time, so there are many attempts; pauses of random length keep them apart.
     *
     * @throws DataAccessException where the store is away for longer than a fail-over takes
     */
    SaveOutcome carryOut(Edit edit, EditedZone at, Function<ZoneSnapshot, SaveOutcome> attempt) {
        int overtaken = 0;
        int storeFailures = 0;
        while (true) {
            try {
                if (storeFailures > 0 && writer.has(edit)) {
                    return new SaveOutcome.Saved(zones.require(edit.caller(), at.zone()), List.of());
                }
                return attempt.apply(find(edit.caller(), at));
            } catch (StaleVersionException e) {
                if (at.revision() != null || ++overtaken == MOST_OVERTAKEN) {
                    throw e;
                }
                pause(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS));
            } catch (DataAccessException | TransactionException e) {
                if (!mayPass(e) || ++storeFailures == MOST_STORE_FAILURES) {
                    throw e;
                }
                pause(FIRST_STORE_PAUSE.toMillis() << storeFailures);
            }
        }
    }

    private ZoneSnapshot find(Caller caller, EditedZone at) {
        ZoneSnapshot zone = zones.require(caller, at.zone());
        if (at.revision() == null && zone.drift() != null) {
            throw new ZoneDriftedException(zone.name());
        }
        if (at.revision() != null && !at.revision().equals(zone.revision())) {
            throw new StaleVersionException(zone, at.revision());
        }
        return zone;
    }

    /** Serialization failures and deadlocks, connections that were lost or cannot be had, commits of unknown outcome. */
    private static boolean mayPass(RuntimeException failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof JpaSystemException
                || failure instanceof TransactionException;
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }
}
