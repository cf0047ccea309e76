package de.postlotse.zone;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;

/** Replaces the whole sets of one or several owners by the same servers: one change, one publish, one way back. */
@Service
public class Switching {

    private final Zones zones;
    private final MxPolicy policy;
    private final ConsentedWriter writer;
    private final EditAttempts attempts;

    Switching(Zones zones, MxPolicy policy, ConsentedWriter writer, EditAttempts attempts) {
        this.zones = zones;
        this.policy = policy;
        this.writer = writer;
        this.attempts = attempts;
    }

    /**
     * What a switch would mean; nothing is saved.
     *
     * @throws NoSuchZoneException where the caller sees no such zone
     */
    public SwitchPreview preview(Caller caller, DomainName zone, SwitchWish wish) {
        ZoneSnapshot found = zones.require(caller, zone);
        if (!wish.isComplete()) {
            return new SwitchPreview(found, List.of(), List.of(), Optional.empty());
        }
        Map<DomainName, CheckedSet> checked = check(found, wish);
        Checks checks = checks(checked);
        List<CheckedEntry> entries = checked.values().iterator().next().entries();
        return new SwitchPreview(
                found,
                entries,
                checks.findings(),
                isWhole(checked) ? Optional.of(writer.preview(found, sets(checked), checks)) : Optional.empty());
    }

    /**
     * Switches.
     *
     * @throws IllegalArgumentException where the wish names no owner or no record
     * @throws StaleVersionException where the zone is at another version than the editor has seen
     */
    public SaveOutcome carryOut(Caller caller, EditedZone at, SwitchWish wish) {
        if (!wish.isComplete()) {
            throw new IllegalArgumentException("nothing to switch");
        }
        Edit edit = Edit.of(at, ChangeKind.SERVERS_SWITCHED, caller);
        return attempts.carryOut(edit, at, zone -> {
            Map<DomainName, CheckedSet> checked = check(zone, wish);
            Checks checks = checks(checked);
            return isWhole(checked) && Verdict.of(checks.findings()).passes()
                    ? writer.write(zone, sets(checked), checks, edit)
                    : new SaveOutcome.Refused(zone, checks.findings());
        });
    }

    /** DNS is asked for all owners at once. */
    private Map<DomainName, CheckedSet> check(ZoneSnapshot zone, SwitchWish wish) {
        Map<DomainName, CompletableFuture<CheckedSet>> started = new LinkedHashMap<>();
        wish.owners()
                .forEach(owner -> started.put(
                        owner,
                        CheckedSet.start(policy, zone, owner + ".", ttl(zone, owner, wish.ttl()), wish.records())));
        Map<DomainName, CheckedSet> checked = new LinkedHashMap<>();
        started.forEach((owner, check) -> checked.put(owner, check.join()));
        return checked;
    }

    private static String ttl(ZoneSnapshot zone, DomainName owner, String typed) {
        return typed.isBlank()
                ? zone.setAt(owner).map(set -> set.ttl().toString()).orElse("")
                : typed;
    }

    private static Checks checks(Map<DomainName, CheckedSet> checked) {
        return Checks.all(checked.values().stream().map(CheckedSet::checks).toList());
    }

    private static boolean isWhole(Map<DomainName, CheckedSet> checked) {
        return checked.values().stream()
                .allMatch(set -> set.entries().stream().allMatch(entry -> entry.entry() != null));
    }

    private static Map<DomainName, Optional<MxSet>> sets(Map<DomainName, CheckedSet> checked) {
        Map<DomainName, Optional<MxSet>> sets = new LinkedHashMap<>();
        checked.forEach((owner, set) -> sets.put(owner, set.set()));
        return sets;
    }
}
