package de.postlotse.zone;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;

/** Brings the sets of an earlier version of a zone back, all in one change, by the same rules as any other edit. */
@Service
public class Restoring {

    private final History history;
    private final MxPolicy policy;
    private final ConsentedWriter writer;
    private final EditAttempts attempts;

    Restoring(History history, MxPolicy policy, ConsentedWriter writer, EditAttempts attempts) {
        this.history = history;
        this.policy = policy;
        this.writer = writer;
        this.attempts = attempts;
    }

    /**
     * What would change, and what today's checks say of it; nothing is saved.
     *
     * @throws NoSuchZoneException where the caller sees no such zone
     * @throws NoSuchVersionException where the zone never was at that version
     */
    public Restoration preview(Caller caller, DomainName zone, long version) {
        History.PastState past = history.at(caller, zone, version);
        Map<DomainName, Optional<MxSet>> wanted = wanted(past.now(), past.sets());
        ChangePreview preview = writer.preview(past.now(), wanted, check(past.now(), wanted));
        return new Restoration(version, preview, past.since());
    }

    /**
     * Takes all sets of a zone back to what they were after one of its changes.
     *
     * @throws StaleVersionException where the zone is at another version than the editor has seen
     */
    public SaveOutcome restore(Caller caller, EditedZone at, long version) {
        Map<DomainName, MxSet> past = history.at(caller, at.zone(), version).sets();
        Edit edit = Edit.of(at, ChangeKind.RESTORED, caller);
        return attempts.carryOut(edit, at, zone -> {
            Map<DomainName, Optional<MxSet>> wanted = wanted(zone, past);
            Checks checks = check(zone, wanted);
            return Verdict.of(checks.findings()).passes()
                    ? writer.write(zone, wanted, checks, edit)
                    : new SaveOutcome.Refused(zone, checks.findings());
        });
    }

    /** What differs; a set that is as it was need not pass today's checks again. */
    private static Map<DomainName, Optional<MxSet>> wanted(ZoneSnapshot now, Map<DomainName, MxSet> past) {
        Map<DomainName, Optional<MxSet>> wanted = new HashMap<>();
        now.mxSets().forEach(set -> wanted.put(set.owner(), Optional.empty()));
        past.forEach((owner, set) -> wanted.put(owner, Optional.of(set)));
        now.mxSets().forEach(set -> wanted.remove(set.owner(), Optional.of(set)));
        return wanted;
    }

    private Checks check(ZoneSnapshot zone, Map<DomainName, Optional<MxSet>> wanted) {
        List<CompletableFuture<CheckedSet>> checks = wanted.values().stream()
                .flatMap(Optional::stream)
                .map(set -> CheckedSet.start(policy, zone, set))
                .toList();
        return Checks.all(checks.stream().map(check -> check.join().checks()).toList());
    }
}
