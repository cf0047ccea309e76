package de.postlotse.planned;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.change.ChangePreview;
import de.postlotse.zone.change.Consent;
import de.postlotse.zone.change.Consents;
import de.postlotse.zone.change.ReplaceSets;
import de.postlotse.zone.change.SaveOutcome;
import de.postlotse.zone.change.ZoneEditor;
import de.postlotse.zone.history.History;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people plan for a zone, and what is planned. */
@Service
public record Plans(
        Zones zones,
        PlannedSteps steps,
        StepRunner runner,
        ZoneEditor editor,
        History history,
        Consents consents,
        Clock clock) {

    /** So that others learn of the switch within minutes. */
    static final int SHORT_TTL = 300;

    private static final Duration UNTIL_LONG_AGAIN = Duration.ofDays(1);

    /** Nobody remembers what they planned half a year ago. */
    private static final Duration FARTHEST = Duration.ofDays(180);

    /** All of a zone; what waits first. */
    public List<PlannedStep> all(Caller caller, DomainName zone) {
        return steps.of(zones.require(caller, zone));
    }

    /** How many steps of a zone wait. */
    public int waiting(ZoneSnapshot zone) {
        return steps.waiting(zone);
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
        List<Long> ids = steps.addWithinBounds(
                        caller,
                        found,
                        List.of(
                                new NewStep(StepKind.TAKE_OUT, owners, records, 0, "", start),
                                new NewStep(StepKind.PUT_BACK, owners, records, 0, "", until)))
                .orElse(List.of());
        if (ids.isEmpty()) {
            return new PlanOutcome.TooMany(PlannedSteps.MOST_OF_A_ZONE);
        }
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

    /** Puts a server back now, for a person who is asked about harm first. */
    public AskedPlan putBack(Caller caller, DomainName zone, long id, Consent consent) {
        Optional<AskedPlan> question = out(zones.require(caller, zone), id)
                .flatMap(step -> question(editor.preview(caller, zone, step.change()), consent));
        return question.orElseGet(() -> putBack(caller, zone, id));
    }

    /** Puts a server back now. */
    public PlanOutcome putBack(Caller caller, DomainName zone, long id) {
        Optional<PlannedStep> step = out(zones.require(caller, zone), id);
        if (step.isEmpty()) {
            return new PlanOutcome.NoSuchServer();
        }
        steps.hurry(step.get());
        Optional<SaveOutcome.Refused> refused = runner.run(steps.find(id).orElseThrow());
        return refused.<PlanOutcome>map(PlanOutcome.Refused::new).orElseGet(PlanOutcome.Planned::new);
    }

    private Optional<PlannedStep> out(ZoneSnapshot zone, long id) {
        return steps.find(zone, id).filter(step -> step.kind() == StepKind.PUT_BACK);
    }

    private Optional<AskedPlan> question(ChangePreview preview, Consent consent) {
        return preview.checked().passes() && !consents.cover(consent, preview)
                ? Optional.of(new AskedPlan.Harmful(preview))
                : Optional.empty();
    }

    /** Plans a move, for a person who is asked about harm first. */
    public AskedPlan move(Caller caller, DomainName zone, ReplaceSets wish, Instant at, Consent consent) {
        ChangePreview preview = editor.preview(caller, zone, wish);
        return question(preview, consent).orElseGet(() -> move(caller, preview, at));
    }

    /**
     * Plans a move: short TTLs now, the switch at its time, long TTLs a day later.
     *
     * @param wish its TTL is the one to come in the end; blank where the owners keep theirs
     */
    public PlanOutcome move(Caller caller, DomainName zone, ReplaceSets wish, Instant at) {
        return move(caller, editor.preview(caller, zone, wish), at);
    }

    private PlanOutcome move(Caller caller, ChangePreview preview, Instant at) {
        ZoneSnapshot zone = preview.zone();
        Map<DomainName, Optional<MxSet>> wanted = preview.checked().wanted();
        if (wanted == null || !preview.verdict().passes()) {
            return new PlanOutcome.Refused(new SaveOutcome.Refused(zone, preview.findings()));
        }
        List<DomainName> owners = List.copyOf(wanted.keySet());
        int longest = owners.stream()
                .flatMap(owner -> zone.setAt(owner).stream())
                .mapToInt(set -> set.ttl().seconds())
                .max()
                .orElse(0);
        Instant now = clock.instant();
        Instant earliest = now.plusSeconds(longest);
        if (at.isBefore(earliest) || isOutside(at, now)) {
            return new PlanOutcome.WrongTime(earliest);
        }
        Optional<MxSet> first = preview.changes().stream()
                .flatMap(change -> change.after().stream())
                .findFirst();
        if (first.isEmpty()) {
            return new PlanOutcome.NoSuchServer();
        }
        if (steps.addWithinBounds(caller, zone, steps(zone, owners, first.get(), longest, now, at))
                .isEmpty()) {
            return new PlanOutcome.TooMany(PlannedSteps.MOST_OF_A_ZONE);
        }
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

    /**
     * Cancels a step that waits, and all that wait for it. A server that is out is not forgotten: somebody puts it back; and
     * what a move has made of TTLs is taken back with it.
     */
    public void cancel(Caller caller, DomainName zone, long id) {
        ZoneSnapshot found = zones.require(caller, zone);
        steps.find(found, id).filter(step -> step.state() == StepState.WAITING).ifPresent(step -> {
            if (step.kind() == StepKind.PUT_BACK) {
                steps.leaveOpen(step);
            } else {
                steps.end(step, StepState.CANCELLED, null);
                lengthenAgain(caller, found, step);
            }
        });
    }

    /** A step of its own, so that it is seen where it could not be done, and can be tried again. */
    private void lengthenAgain(Caller caller, ZoneSnapshot zone, PlannedStep cancelled) {
        Map<Integer, List<DomainName>> byTtl = Optional.of(cancelled)
                .filter(step -> step.kind() == StepKind.SWITCH)
                .map(PlannedStep::after)
                .flatMap(steps::find)
                .flatMap(shortening -> history.of(zone, shortening.edit()))
                .map(HistoryEntry::before)
                .orElse(List.of())
                .stream()
                .filter(set -> zone.setAt(set.owner())
                        .filter(today -> today.ttl().seconds() == SHORT_TTL)
                        .isPresent())
                .collect(Collectors.groupingBy(
                        set -> set.ttl().seconds(), Collectors.mapping(MxSet::owner, Collectors.toList())));
        byTtl.forEach((ttl, owners) -> steps.add(
                        caller,
                        zone,
                        List.of(new NewStep(StepKind.CHANGE_TTL, owners, List.of(), ttl, "", clock.instant())))
                .forEach(id -> steps.find(id).ifPresent(runner::run)));
    }

    /** Tries a change of TTLs again that could not be made. */
    public void tryAgain(Caller caller, DomainName zone, long id) {
        steps.find(zones.require(caller, zone), id)
                .filter(step -> step.kind() == StepKind.CHANGE_TTL && step.state() == StepState.REPORTED)
                .ifPresent(step -> {
                    steps.hurry(step);
                    steps.find(id).ifPresent(runner::run);
                });
    }

    private static boolean isOutside(Instant time, Instant now) {
        return time.isBefore(now) || time.isAfter(now.plus(FARTHEST));
    }
}
