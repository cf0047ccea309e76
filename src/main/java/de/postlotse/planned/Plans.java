package de.postlotse.planned;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.SaveOutcome;
import de.postlotse.zone.SwitchPreview;
import de.postlotse.zone.SwitchWish;
import de.postlotse.zone.Switching;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people plan for a zone, and what is planned. */
@Service
public class Plans {

    /** So that others learn of the switch within minutes. */
    static final int SHORT_TTL = 300;

    private static final Duration UNTIL_LONG_AGAIN = Duration.ofDays(1);

    /** Nobody remembers what they planned half a year ago. */
    private static final Duration FARTHEST = Duration.ofDays(180);

    private final Zones zones;
    private final PlannedSteps steps;
    private final StepRunner runner;
    private final Switching switching;
    private final Clock clock;

    Plans(Zones zones, PlannedSteps steps, StepRunner runner, Switching switching, Clock clock) {
        this.zones = zones;
        this.steps = steps;
        this.runner = runner;
        this.switching = switching;
        this.clock = clock;
    }

    /** All of a zone; what waits first. */
    public List<PlannedStep> all(Caller caller, DomainName zone) {
        return steps.of(zones.require(caller, zone));
    }

    /** The servers that are out for maintenance; one that somebody has put back by hand is not. */
    public List<PlannedStep> out(Caller caller, DomainName name) {
        ZoneSnapshot zone = zones.require(caller, name);
        return steps.out(zone).stream()
                .filter(step -> zone.setAt(step.owners().getFirst())
                        .filter(set ->
                                set.targets().contains(step.records().getFirst().target()))
                        .isEmpty())
                .toList();
    }

    /**
     * Takes a server out for maintenance, now or later.
     *
     * @param from null for now
     * @param until when it comes back by itself; null where somebody puts it back
     */
    public PlanOutcome maintain(
            Caller caller,
            DomainName zone,
            DomainName owner,
            DomainName target,
            @Nullable Instant from,
            @Nullable Instant until) {
        ZoneSnapshot found = zones.require(caller, zone);
        Optional<MxRecord> record = found.setAt(owner).stream()
                .flatMap(set -> set.records().stream())
                .filter(candidate -> candidate.target().equals(target) && !candidate.isNullMx())
                .findFirst();
        if (record.isEmpty()) {
            return new PlanOutcome.NoSuchServer();
        }
        Instant now = clock.instant();
        Instant start = from == null ? now : from;
        if (from != null && isOutside(from, now) || until != null && (isOutside(until, now) || !until.isAfter(start))) {
            return new PlanOutcome.WrongTime(now);
        }
        List<DomainName> owners = List.of(owner);
        List<MxRecord> records = List.of(record.get());
        List<Long> ids = steps.add(
                caller,
                found,
                List.of(
                        new NewStep(StepKind.TAKE_OUT, owners, records, 0, "", start),
                        new NewStep(StepKind.PUT_BACK, owners, records, 0, "", until)));
        if (from != null) {
            return new PlanOutcome.Planned();
        }
        Optional<SaveOutcome.Refused> refused =
                runner.run(steps.find(ids.getFirst()).orElseThrow());
        if (refused.isPresent()) {
            steps.forget(ids);
            return new PlanOutcome.Refused(refused.get());
        }
        return steps.find(ids.getFirst())
                        .filter(step -> step.state() == StepState.REPORTED)
                        .isPresent()
                ? new PlanOutcome.Reported()
                : new PlanOutcome.Planned();
    }

    /** Puts a server back now. */
    public PlanOutcome putBack(Caller caller, DomainName zone, long id) {
        ZoneSnapshot found = zones.require(caller, zone);
        Optional<PlannedStep> step = steps.find(found, id).filter(found1 -> found1.kind() == StepKind.PUT_BACK);
        if (step.isEmpty()) {
            return new PlanOutcome.NoSuchServer();
        }
        steps.hurry(step.get());
        Optional<SaveOutcome.Refused> refused = runner.run(steps.find(id).orElseThrow());
        return refused.<PlanOutcome>map(PlanOutcome.Refused::new).orElseGet(PlanOutcome.Planned::new);
    }

    /**
     * Plans a move: short TTLs now, the switch at its time, long TTLs a day later.
     *
     * @param wish its TTL is the one to come in the end; blank where the owners keep theirs
     */
    public PlanOutcome move(Caller caller, DomainName zone, SwitchWish wish, Instant at) {
        ZoneSnapshot found = zones.require(caller, zone);
        SwitchPreview preview = switching.preview(caller, zone, wish);
        if (preview.change().isEmpty() || !preview.verdict().passes()) {
            return new PlanOutcome.Refused(new SaveOutcome.Refused(found, preview.findings()));
        }
        int longest = wish.owners().stream()
                .flatMap(owner -> found.setAt(owner).stream())
                .mapToInt(set -> set.ttl().seconds())
                .max()
                .orElse(0);
        Instant now = clock.instant();
        Instant earliest = now.plusSeconds(longest);
        if (at.isBefore(earliest) || isOutside(at, now)) {
            return new PlanOutcome.WrongTime(earliest);
        }
        MxSet first = preview.change().get().changes().stream()
                .flatMap(change -> change.after().stream())
                .findFirst()
                .orElse(null);
        if (first == null) {
            return new PlanOutcome.NoSuchServer();
        }
        steps.add(caller, found, steps(found, wish.owners(), first, longest, now, at));
        runner.runDue();
        return new PlanOutcome.Planned();
    }

    private static List<NewStep> steps(
            ZoneSnapshot zone, List<DomainName> owners, MxSet wanted, int longest, Instant now, Instant at) {
        String today = ExpectedServers.of(zone, owners);
        String then = ExpectedServers.of(owners, wanted.records());
        int lasting = wanted.ttl().seconds();
        List<NewStep> steps = new ArrayList<>();
        if (longest > SHORT_TTL) {
            steps.add(new NewStep(StepKind.CHANGE_TTL, owners, List.of(), SHORT_TTL, today, now));
        }
        steps.add(new NewStep(StepKind.SWITCH, owners, wanted.records(), Math.min(SHORT_TTL, lasting), today, at));
        if (lasting > SHORT_TTL) {
            steps.add(new NewStep(StepKind.CHANGE_TTL, owners, List.of(), lasting, then, at.plus(UNTIL_LONG_AGAIN)));
        }
        return steps;
    }

    /** Cancels a step that waits, and all that wait for it. A server that is out is not forgotten: somebody puts it back. */
    public void cancel(Caller caller, DomainName zone, long id) {
        steps.find(zones.require(caller, zone), id)
                .filter(step -> step.state() == StepState.WAITING)
                .ifPresent(step -> {
                    if (step.kind() == StepKind.PUT_BACK) {
                        steps.leaveOpen(step);
                    } else {
                        steps.end(step, StepState.CANCELLED, null);
                    }
                });
    }

    private static boolean isOutside(Instant time, Instant now) {
        return time.isBefore(now) || time.isAfter(now.plus(FARTHEST));
    }
}
