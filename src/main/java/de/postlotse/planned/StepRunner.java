package de.postlotse.planned;

import de.postlotse.policy.Verdict;
import de.postlotse.zone.NoSuchRecordException;
import de.postlotse.zone.NoSuchZoneException;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.ZoneDriftedException;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.change.EditRequest;
import de.postlotse.zone.change.SaveOutcome;
import de.postlotse.zone.change.ZoneEditor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries steps out when their time has come. A step has the name of its change before it is tried, so that one that was
 * interrupted, or is tried by two nodes, is found in the history and not made twice.
 */
@Component
record StepRunner(PlannedSteps steps, Zones zones, ZoneEditor editor, Clock clock) {

    private static final Logger log = LoggerFactory.getLogger(StepRunner.class);
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 100;

    /** Carries out what is due; one that fails unexpectedly is tried again in the next round and holds up no other. */
    void runDue() {
        for (PlannedStep step : steps.due(AT_ONCE)) {
            try {
                run(step);
            } catch (RuntimeException e) {
                log.error("planned step {} of {} failed", step.id(), step.zone(), e);
            }
        }
    }

    /** Tries a step now. @return what the rules said, where they had something to say */
    Optional<SaveOutcome.Refused> run(PlannedStep step) {
        try {
            ZoneSnapshot zone = zones.require(step.caller(), step.zone());
            if (zones.hasEdit(zone, step.edit())) {
                steps.end(step, StepState.DONE, null);
            } else if (zone.drift() != null) {
                report(step, StepOutcome.DRIFTED);
            } else if (!step.expected().isEmpty() && !step.expected().equals(ExpectedServers.of(zone, step.owners()))) {
                report(step, StepOutcome.CHANGED_MEANWHILE);
            } else {
                EditRequest at = new EditRequest(step.edit(), step.caller(), zone.name(), zone.revision(), null);
                return end(step, editor.carryOut(at, step.change()));
            }
        } catch (StaleVersionException | ZoneDriftedException somebodyWasFaster) {
            steps.postpone(step, clock.instant());
        } catch (NoSuchRecordException gone) {
            report(step, StepOutcome.CHANGED_MEANWHILE);
        } catch (NoSuchZoneException gone) {
            report(step, StepOutcome.NO_ZONE);
        }
        return Optional.empty();
    }

    private Optional<SaveOutcome.Refused> end(PlannedStep step, SaveOutcome outcome) {
        switch (outcome) {
            case SaveOutcome.Saved saved -> {
                steps.end(step, StepState.DONE, null);
                log.info("planned step {} ({}) of {} is done", step.id(), step.kind(), step.zone());
            }
            case SaveOutcome.Waiting waiting -> {
                steps.end(step, StepState.DONE, StepOutcome.WAITS_FOR_APPROVAL);
                log.info("planned step {} ({}) of {} waits for approval", step.id(), step.kind(), step.zone());
            }
            case SaveOutcome.Refused refused -> {
                refuse(step, refused.verdict());
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    private void refuse(PlannedStep step, Verdict verdict) {
        Instant now = clock.instant();
        Instant since = step.firstDueAt() == null ? now : step.firstDueAt();
        if (verdict == Verdict.RETRY && now.isBefore(since.plus(PATIENCE))) {
            steps.postpone(step, now.plus(PAUSE));
        } else {
            report(step, verdict == Verdict.RETRY ? StepOutcome.UNCHECKED : StepOutcome.REFUSED);
        }
    }

    private void report(PlannedStep step, StepOutcome outcome) {
        steps.end(step, StepState.REPORTED, outcome);
        log.warn("planned step {} ({}) of {} was not done: {}", step.id(), step.kind(), step.zone(), outcome);
    }
}
