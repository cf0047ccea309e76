package de.postlotse.zone.change;

import de.postlotse.policy.Finding;
import de.postlotse.policy.Finding.Field;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.ZoneDriftedException;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Carries an edit out in as many attempts as it takes: others may be faster. */
@Component
record OptimisticRetry(Zones zones) {

    private static final int MOST_OVERTAKEN = 100;
    private static final int LONGEST_PAUSE_MILLIS = 50;

    /**
     * Carries out an edit on the revision that its editor has seen. Where the editor does not mind, a version that was
     * overtaken meanwhile is no reason to give up: the edit is checked again on top of the new one. Of many such
     * editors one gets through at a time, so there are many attempts; pauses of random length keep them apart.
     *
     * @param early makes an outcome of the end of an edit that needs no attempt
     */
    <T> T carryOut(EditRequest at, Function<SaveOutcome.Settled, T> early, Function<ZoneSnapshot, T> attempt) {
        for (int overtaken = 1; ; overtaken++) {
            try {
                return attempt(at, early, attempt);
            } catch (StaleVersionException e) {
                if (at.revision() != null || overtaken == MOST_OVERTAKEN) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS) * 1_000_000);
            }
        }
    }

    /** An edit that is sent again, because its first answer was lost, was saved then: nobody else was first. */
    private <T> T attempt(EditRequest at, Function<SaveOutcome.Settled, T> early, Function<ZoneSnapshot, T> attempt) {
        ZoneSnapshot zone = zones.require(at.caller(), at.zone());
        if (at.hasReasonTooLong()) {
            return early.apply(new SaveOutcome.Refused(
                    zone, List.of(Finding.error(Field.REASON, "reason-too-long", EditRequest.LONGEST_REASON))));
        }
        if (at.revision() == null && zone.drift() != null) {
            throw new ZoneDriftedException(zone.name());
        }
        if (at.revision() == null || at.revision().equals(zone.revision())) {
            return attempt.apply(zone);
        }
        if (zones.hasEdit(zone, at.id())) {
            return early.apply(new SaveOutcome.Saved(zone, List.of(), Set.of(), null));
        }
        throw new StaleVersionException(zone, at.revision());
    }
}
