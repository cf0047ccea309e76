package de.postlotse.planned;

import de.postlotse.account.Caller;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.Ttl;
import de.postlotse.zone.EditedZone;
import de.postlotse.zone.NoSuchRecordException;
import de.postlotse.zone.NoSuchZoneException;
import de.postlotse.zone.SaveOutcome;
import de.postlotse.zone.ServerMaintenance;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.SwitchWish;
import de.postlotse.zone.Switching;
import de.postlotse.zone.TypedMx;
import de.postlotse.zone.Verdict;
import de.postlotse.zone.ZoneDriftedException;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries steps out when their time has come. A step has the name of its change before it is tried, so that one that was
 * interrupted, or is tried by two nodes, is found in the history and not made twice.
 */
@Component
class StepRunner {

    private static final Logger log = LoggerFactory.getLogger(StepRunner.class);
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 100;

    private final PlannedSteps steps;
    private final Zones zones;
    private final ServerMaintenance maintenance;
    private final Switching switching;
    private final Clock clock;

    StepRunner(PlannedSteps steps, Zones zones, ServerMaintenance maintenance, Switching switching, Clock clock) {
        this.steps = steps;
        this.zones = zones;
        this.maintenance = maintenance;
        this.switching = switching;
        this.clock = clock;
    }

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
                return end(step, carryOut(step, zone));
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

    private SaveOutcome carryOut(PlannedStep step, ZoneSnapshot zone) {
        Caller caller = step.caller();
        EditedZone at = new EditedZone(step.edit(), zone.name(), zone.revision());
        return switch (step.kind()) {
            case TAKE_OUT ->
                maintenance.takeOut(
                        caller, at, step.owners().getFirst(), step.records().getFirst());
            case PUT_BACK ->
                maintenance.putBack(
                        caller, at, step.owners().getFirst(), step.records().getFirst());
            case CHANGE_TTL -> maintenance.changeTtl(caller, at, step.owners(), new Ttl(step.ttl()));
            case SWITCH ->
                switching.carryOut(
                        caller,
                        at,
                        new SwitchWish(
                                step.owners(),
                                Integer.toString(step.ttl()),
                                step.records().stream().map(StepRunner::typed).toList()));
        };
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
            case SaveOutcome.Harmful harmful -> throw new IllegalStateException("nobody is asked");
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

    private static TypedMx typed(MxRecord record) {
        List<String> parts = List.of(record.toString().split(" "));
        return new TypedMx("", parts.get(1), parts.get(0), "");
    }
}
