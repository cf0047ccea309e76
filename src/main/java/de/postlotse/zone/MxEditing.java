package de.postlotse.zone;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Everything that customers and staff do to the MX records of a zone. DNS is asked before the transaction, never in
 * it; the version makes sure that what was checked is what is changed.
 */
@Service
public class MxEditing {

    private final Zones zones;
    private final MxPolicy policy;
    private final ConsentedWriter writer;
    private final EditAttempts attempts;
    private final OwnMailServers ownServers;
    private final PolicyProperties properties;

    MxEditing(
            Zones zones,
            MxPolicy policy,
            ConsentedWriter writer,
            EditAttempts attempts,
            OwnMailServers ownServers,
            PolicyProperties properties) {
        this.zones = zones;
        this.policy = policy;
        this.writer = writer;
        this.attempts = attempts;
        this.ownServers = ownServers;
        this.properties = properties;
    }

    /** A further record, beside those that its owner has or is assumed to have; nothing is saved. */
    public CheckedEntry check(Caller caller, DomainName zone, TypedMx typed, @Nullable Assumed assumed) {
        ZoneSnapshot current = zones.require(caller, zone);
        Function<DomainName, Optional<MxSet>> existing =
                assumed == null ? current::setAt : owner -> assumed.at(owner, properties.proposedTtl());
        return policy.check(zone, existing, typed).join();
    }

    /** The same for a record that is to take another one's place. */
    public CheckedEntry checkChange(Caller caller, DomainName zone, MxRecord old, TypedMx typed) {
        ZoneSnapshot current = zones.require(caller, zone);
        return policy.check(zone, owner -> without(current, owner, old), typed).join();
    }

    /**
     * Adds a record to the set of its owner.
     *
     * @throws NoSuchZoneException where the caller sees no such zone
     * @throws StaleVersionException where the zone is at another version
     */
    public SaveOutcome add(Caller caller, EditedZone at, TypedMx typed) {
        Edit edit = Edit.of(at, ChangeKind.RECORD_ADDED, caller);
        return attempts.carryOut(edit, at, zone -> {
            CheckedEntry checked = policy.check(zone.name(), zone::setAt, typed).join();
            return save(edit, zone, zone::setAt, checked);
        });
    }

    /**
     * Puts a record in the place of another one of the same owner.
     *
     * @throws NoSuchRecordException where the old record is not there
     */
    public SaveOutcome change(Caller caller, EditedZone at, MxRecord old, TypedMx typed) {
        Edit edit = Edit.of(at, ChangeKind.RECORD_CHANGED, caller);
        return attempts.carryOut(edit, at, zone -> {
            TypedOwner.read(typed.owner(), zone.name()).ifPresent(owner -> zone.setWith(owner, old));
            Function<DomainName, Optional<MxSet>> others = owner -> without(zone, owner, old);
            CheckedEntry checked = policy.check(zone.name(), others, typed).join();
            return save(edit, zone, others, checked);
        });
    }

    /** Removes a record; the set goes with its last one. Needs no check: less can always be had. */
    public SaveOutcome remove(Caller caller, EditedZone at, DomainName owner, MxRecord record) {
        Edit edit = Edit.of(at, ChangeKind.RECORD_REMOVED, caller);
        return attempts.carryOut(edit, at, zone -> {
            Optional<MxSet> rest = zone.setWith(owner, record).without(record);
            return writer.write(zone, Map.of(owner, rest), Checks.NONE, edit);
        });
    }

    /** Removes the set of an owner. */
    public SaveOutcome removeSet(Caller caller, EditedZone at, DomainName owner) {
        Edit edit = Edit.of(at, ChangeKind.SET_REMOVED, caller);
        return attempts.carryOut(edit, at, zone -> {
            zone.setAt(owner).orElseThrow(() -> new NoSuchRecordException(owner));
            return writer.write(zone, Map.of(owner, Optional.empty()), Checks.NONE, edit);
        });
    }

    /** Replaces the set of an owner by the hoster's own mail servers. */
    public SaveOutcome useOwnServers(Caller caller, EditedZone at, String owner) {
        List<TypedMx> servers =
                ownServers.records().stream().map(MxEditing::typed).toList();
        return replaceSet(caller, at, owner, "", servers, ChangeKind.OWN_SERVERS_USED);
    }

    /** Replaces the set of an owner by a null MX: no mail at all (RFC 7505). */
    public SaveOutcome refuseMail(Caller caller, EditedZone at, String owner) {
        return replaceSet(caller, at, owner, "", List.of(typed(MxRecord.NULL_MX)), ChangeKind.MAIL_REFUSED);
    }

    /** Replaces the set of an owner by the given records; owner and TTL count for all of them. */
    public SaveOutcome replaceSet(Caller caller, EditedZone at, String owner, String ttl, List<TypedMx> records) {
        return replaceSet(caller, at, owner, ttl, records, ChangeKind.SET_REPLACED);
    }

    private SaveOutcome replaceSet(
            Caller caller, EditedZone at, String owner, String ttl, List<TypedMx> records, ChangeKind kind) {
        Edit edit = Edit.of(at, kind, caller);
        return attempts.carryOut(edit, at, zone -> {
            CheckedSet checked = CheckedSet.check(policy, zone, owner, ttlOf(zone, owner, ttl), records);
            if (!Verdict.of(checked.findings()).passes() || checked.set().isEmpty()) {
                return new SaveOutcome.Refused(zone, checked.findings());
            }
            MxSet set = checked.set().get();
            return writer.write(zone, Map.of(set.owner(), Optional.of(set)), checked.checks(), edit);
        });
    }

    private SaveOutcome save(
            Edit edit, ZoneSnapshot zone, Function<DomainName, Optional<MxSet>> others, CheckedEntry checked) {
        CheckedEntry.Entry entry = checked.entry();
        if (entry == null || !checked.verdict().passes()) {
            return new SaveOutcome.Refused(zone, checked.findings());
        }
        List<MxRecord> records =
                new ArrayList<>(others.apply(entry.owner()).map(MxSet::records).orElse(List.of()));
        records.add(entry.record());
        MxSet set = MxSet.of(entry.owner(), entry.ttl(), records);
        Checks checks = Checks.of(List.of(checked));
        return writer.write(zone, Map.of(set.owner(), Optional.of(set)), checks, edit);
    }

    /** A blank TTL is the one that the owner's set has today. */
    private static String ttlOf(ZoneSnapshot zone, String owner, String typed) {
        return typed.isBlank()
                ? TypedOwner.read(owner, zone.name())
                        .flatMap(zone::setAt)
                        .map(set -> set.ttl().toString())
                        .orElse("")
                : typed;
    }

    private static Optional<MxSet> without(ZoneSnapshot zone, DomainName owner, MxRecord record) {
        return zone.setAt(owner).flatMap(set -> set.without(record));
    }

    private static TypedMx typed(MxRecord record) {
        return new TypedMx("@", record.target().toString(), record.preference().toString(), "");
    }
}
