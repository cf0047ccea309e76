package de.postlotse.zone.change;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.policy.TypedMx;
import de.postlotse.policy.TypedOwner;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.Edit;
import de.postlotse.zone.NoSuchRecordException;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.ZoneWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A change of a zone: it knows which sets it wants and what has to be checked first. {@link ZoneEditor} carries it out.
 */
public sealed interface Change
        permits ReplaceSets,
                Change.AddRecord,
                Change.ChangeRecord,
                Change.PutBack,
                Change.Restore,
                Change.OfSets,
                Change.OneOfMany,
                Change.OfDrift {

    /** What the history calls it. */
    default ChangeKind kind() {
        return switch (this) {
            case ReplaceSets replace -> replace.kind();
            case PendingChange pending -> pending.kind();
            case ReplaceHost host -> ChangeKind.HOST_REPLACED;
            case AddRecord add -> ChangeKind.RECORD_ADDED;
            case ChangeRecord change -> ChangeKind.RECORD_CHANGED;
            case RemoveRecord remove -> ChangeKind.RECORD_REMOVED;
            case RemoveSet removeSet -> ChangeKind.SET_REMOVED;
            case TakeOut takeOut -> ChangeKind.SERVER_TAKEN_OUT;
            case PutBack putBack -> ChangeKind.SERVER_PUT_BACK;
            case ChangeTtl changeTtl -> ChangeKind.TTL_CHANGED;
            case Restore restore -> ChangeKind.RESTORED;
            case Undo undo -> ChangeKind.RESTORED;
            case KeepOurs keepOurs -> ChangeKind.DRIFT_REPLACED;
            case AdoptTheirs adoptTheirs -> ChangeKind.DRIFT_ADOPTED;
        };
    }

    /**
     * Finds out what the change makes of a zone, and what the rules and DNS say of that.
     *
     * @throws NoSuchRecordException where the zone has no such record or set
     */
    CheckedChange check(ZoneSnapshot zone, ChangeChecks checks);

    /** Makes sure that the caller may make it and the zone has what it is about; a form that is being typed goes without. */
    default void require(Caller caller, ZoneSnapshot zone) {}

    /** Writes what has passed all checks. */
    default ZoneSnapshot write(ZoneWriter writer, CheckedChange checked, Edit edit) {
        return writer.write(checked.zone(), Objects.requireNonNull(checked.wanted()), edit);
    }

    /** A change that wants known sets, so that its kind says what has to be checked. */
    sealed interface OfSets extends Change permits PendingChange, RemoveRecord, RemoveSet, TakeOut, ChangeTtl {

        /** @return by owner; nothing where the owner loses its set */
        Map<DomainName, Optional<MxSet>> wanted(ZoneSnapshot zone);

        @Override
        default CheckedChange check(ZoneSnapshot zone, ChangeChecks checks) {
            return checks.ofSets(zone, kind(), wanted(zone));
        }
    }

    /**
     * A change of one zone of many, all alike. Its harm was shown, and approved where that is needed, for all of them
     * together; and whoever makes it has asked DNS once for all of them.
     */
    sealed interface OneOfMany extends Change permits ReplaceHost, Undo {}

    /** Adds a record to the set of its owner. */
    record AddRecord(TypedMx typed) implements Change {

        @Override
        public CheckedChange check(ZoneSnapshot zone, ChangeChecks checks) {
            return checks.ofEntry(zone, zone::setAt, typed);
        }
    }

    /** Puts a record in the place of another one of the same owner. */
    record ChangeRecord(MxRecord old, TypedMx typed) implements Change {

        @Override
        public void require(Caller caller, ZoneSnapshot zone) {
            TypedOwner.read(typed.owner(), zone.name()).ifPresent(owner -> zone.setWith(owner, old));
        }

        @Override
        public CheckedChange check(ZoneSnapshot zone, ChangeChecks checks) {
            return checks.ofEntry(zone, owner -> zone.setAt(owner).flatMap(set -> set.without(old)), typed);
        }
    }

    /** Removes a record; the set goes with its last one. */
    record RemoveRecord(DomainName owner, MxRecord record) implements OfSets {

        @Override
        public Map<DomainName, Optional<MxSet>> wanted(ZoneSnapshot zone) {
            return Map.of(owner, zone.setWith(owner, record).without(record));
        }
    }

    /** Removes the set of an owner. */
    record RemoveSet(DomainName owner) implements OfSets {

        @Override
        public Map<DomainName, Optional<MxSet>> wanted(ZoneSnapshot zone) {
            zone.setAt(owner).orElseThrow(() -> new NoSuchRecordException(owner));
            return Map.of(owner, Optional.empty());
        }
    }

    /** Takes a server out of its set for a while, if another one of the set can be used. */
    record TakeOut(DomainName owner, MxRecord record) implements OfSets {

        @Override
        public Map<DomainName, Optional<MxSet>> wanted(ZoneSnapshot zone) {
            return Map.of(owner, zone.setWith(owner, record).without(record));
        }
    }

    /** Puts a server back, if it passes all rules today; where it is there already, nothing has to be done. */
    record PutBack(DomainName owner, MxRecord record) implements Change {

        @Override
        public CheckedChange check(ZoneSnapshot zone, ChangeChecks checks) {
            Optional<MxSet> set = zone.setAt(owner);
            if (set.filter(there -> there.targets().contains(record.target())).isPresent()) {
                return CheckedChange.unchecked(zone, Map.of());
            }
            TypedMx typed = TypedMx.of(record);
            return checks.ofEntry(
                    zone, zone::setAt, new TypedMx(owner + ".", typed.target(), typed.priority(), typed.ttl()));
        }
    }

    /** Gives the sets of owners another TTL and leaves their servers as they are. */
    record ChangeTtl(List<DomainName> owners, Ttl ttl) implements OfSets {

        @Override
        public Map<DomainName, Optional<MxSet>> wanted(ZoneSnapshot zone) {
            Map<DomainName, Optional<MxSet>> wanted = new LinkedHashMap<>();
            owners.forEach(owner -> zone.setAt(owner)
                    .ifPresent(set -> wanted.put(owner, Optional.of(new MxSet(owner, ttl, set.records())))));
            return wanted;
        }
    }

    /** Takes all sets of a zone back to what they were after one of its changes, whatever the rules of today say of them. */
    record Restore(long version) implements Change {

        @Override
        public CheckedChange check(ZoneSnapshot zone, ChangeChecks checks) {
            return checks.ofSets(zone, kind(), checks.history().returningTo(zone, version));
        }
    }

    /**
     * Takes the sets of one change back. What DNS says today does not matter: the way back is open even to a host that is
     * gone, for whoever was shown that.
     *
     * @param version that the change led to
     */
    record Undo(long version) implements OneOfMany {

        @Override
        public CheckedChange check(ZoneSnapshot zone, ChangeChecks checks) {
            return CheckedChange.unchecked(zone, checks.history().undoing(zone, version));
        }
    }

    /** What staff decide, at once and alone, where somebody else changed MX sets at the name server. */
    sealed interface OfDrift extends Change {

        /** @throws StaleVersionException where the name server holds what it should */
        @Override
        default void require(Caller caller, ZoneSnapshot zone) {
            caller.requireStaff();
            if (zone.drift() == null) {
                throw new StaleVersionException(zone, zone.revision());
            }
        }
    }

    /** The store's sets count: they are published in the place of the others, which mail goes by until then. */
    record KeepOurs() implements OfDrift {

        @Override
        public CheckedChange check(ZoneSnapshot zone, ChangeChecks checks) {
            return CheckedChange.unchecked(zone.served(), zone.served().towards(zone.mxSets()));
        }
    }

    /** The name server's sets count: they are taken into the store as they are, and nothing is published. */
    record AdoptTheirs() implements OfDrift {

        @Override
        public CheckedChange check(ZoneSnapshot zone, ChangeChecks checks) {
            return CheckedChange.unchecked(zone, zone.towards(zone.served().mxSets()));
        }

        @Override
        public ZoneSnapshot write(ZoneWriter writer, CheckedChange checked, Edit edit) {
            return writer.adoptTheirs(checked.zone(), edit);
        }
    }
}
