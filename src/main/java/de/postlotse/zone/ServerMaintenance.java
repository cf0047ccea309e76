package de.postlotse.zone;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.zone.Finding.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;

/** Takes a server out of its set for a while and puts it back, and shortens or lengthens how long sets are kept. */
@Service
public class ServerMaintenance {

    private final MxPolicy policy;
    private final ConsentedWriter writer;
    private final EditAttempts attempts;

    ServerMaintenance(MxPolicy policy, ConsentedWriter writer, EditAttempts attempts) {
        this.policy = policy;
        this.writer = writer;
        this.attempts = attempts;
    }

    /**
     * Takes a server out, if another one of the set can be used. "Cannot be told" is no yes.
     *
     * @throws NoSuchRecordException where the set has no such record
     */
    public SaveOutcome takeOut(Caller caller, EditedZone at, DomainName owner, MxRecord record) {
        Edit edit = Edit.of(at, ChangeKind.SERVER_TAKEN_OUT, caller);
        return attempts.carryOut(edit, at, zone -> {
            Optional<MxSet> rest = zone.setWith(owner, record).without(record);
            Checks checks = check(record, rest);
            return checks.findings().isEmpty()
                    ? writer.write(zone, Map.of(owner, rest), checks, edit)
                    : new SaveOutcome.Refused(zone, checks.findings());
        });
    }

    /** Puts a server back, if it passes all rules today; where it is there already, nothing has to be done. */
    public SaveOutcome putBack(Caller caller, EditedZone at, DomainName owner, MxRecord record) {
        Edit edit = Edit.of(at, ChangeKind.SERVER_PUT_BACK, caller);
        return attempts.carryOut(edit, at, zone -> {
            Optional<MxSet> set = zone.setAt(owner);
            if (set.filter(there -> there.targets().contains(record.target())).isPresent()) {
                return new SaveOutcome.Saved(zone, List.of(), Set.of(), null);
            }
            TypedMx typed = new TypedMx(
                    owner + ".",
                    record.target() + ".",
                    record.preference().toString(),
                    set.map(there -> there.ttl().toString()).orElse(""));
            CheckedEntry checked = policy.check(zone.name(), zone::setAt, typed).join();
            CheckedEntry.Entry entry = checked.entry();
            if (entry == null || !checked.verdict().passes()) {
                return new SaveOutcome.Refused(zone, checked.findings());
            }
            List<MxRecord> records = new ArrayList<>(set.map(MxSet::records).orElse(List.of()));
            records.add(entry.record());
            MxSet whole = MxSet.of(owner, entry.ttl(), records);
            return writer.write(zone, Map.of(owner, Optional.of(whole)), Checks.of(List.of(checked)), edit);
        });
    }

    /** Gives the sets of owners another TTL and leaves their servers as they are. */
    public SaveOutcome changeTtl(Caller caller, EditedZone at, List<DomainName> owners, Ttl ttl) {
        Edit edit = Edit.of(at, ChangeKind.TTL_CHANGED, caller);
        return attempts.carryOut(edit, at, zone -> {
            Map<DomainName, Optional<MxSet>> wanted = new LinkedHashMap<>();
            owners.forEach(owner -> zone.setAt(owner)
                    .ifPresent(set -> wanted.put(owner, Optional.of(new MxSet(owner, ttl, set.records())))));
            return writer.write(zone, wanted, Checks.NONE, edit);
        });
    }

    /** Whether a server may go for a while and leave the rest of its set. */
    Checks check(MxRecord out, Optional<MxSet> rest) {
        List<HostStatus> others = ask(rest);
        Map<DomainName, HostStatus> hosts = new HashMap<>();
        others.forEach(status -> hosts.put(status.host(), status));
        return new Checks(refusal(out, others), hosts);
    }

    private List<HostStatus> ask(Optional<MxSet> rest) {
        List<CompletableFuture<HostStatus>> asked =
                SetChange.servers(rest).stream().map(policy::check).toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private static List<Finding> refusal(MxRecord record, List<HostStatus> others) {
        if (others.stream().anyMatch(other -> other.verdict().passes())) {
            return List.of();
        }
        if (others.stream().anyMatch(other -> other.verdict() == Verdict.RETRY)) {
            return List.of(Finding.unchecked(Field.TARGET, "maintenance-unchecked", record.target()));
        }
        return List.of(
                others.isEmpty()
                        ? Finding.error(Field.TARGET, "maintenance-only-server", record.target())
                        : Finding.error(Field.TARGET, "maintenance-others-unusable", record.target()));
    }
}
