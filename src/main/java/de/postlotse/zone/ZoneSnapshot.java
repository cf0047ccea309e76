package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Preference;
import de.postlotse.policy.Proposal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A zone as the store wanted it at one version.
 *
 * @param delegationSince when the delegation was first seen to be so; null as long as nothing was seen
 * @param mxSets the apex first, then by name
 * @param lastServed what the name server was last seen to answer with
 * @param drift what somebody else put at the name server instead
 */
public record ZoneSnapshot(
        long id,
        DomainName name,
        String customer,
        String nameServer,
        long version,
        MailRouting routing,
        MailState mailState,
        ZoneHealth health,
        Publication publication,
        Delegation delegation,
        @Nullable Instant delegationSince,
        List<MxSet> mxSets,
        List<MxSet> lastServed,
        @Nullable Drift drift) {

    /**
     * What an editor has seen: the version and, where the name server holds something else, that too. An edit is taken
     * only from whom has seen the zone as it is.
     */
    public String revision() {
        return drift == null
                ? Long.toString(version)
                : version + "-" + Integer.toHexString(drift.found().hashCode());
    }

    public Optional<MxSet> setAt(DomainName owner) {
        return mxSets.stream().filter(set -> set.owner().equals(owner)).findFirst();
    }

    public boolean has(DomainName owner) {
        return setAt(owner).isPresent();
    }

    /** The same, if an owner had another set. */
    public ZoneSnapshot with(DomainName owner, Optional<MxSet> set) {
        return with(Stream.concat(mxSets.stream().filter(other -> !other.owner().equals(owner)), set.stream())
                .toList());
    }

    /** The same as its name server answers, where somebody else put other sets there. */
    public ZoneSnapshot served() {
        return drift == null ? this : with(drift.found());
    }

    private ZoneSnapshot with(List<MxSet> sets) {
        return new ZoneSnapshot(
                id,
                name,
                customer,
                nameServer,
                version,
                routing,
                mailState,
                health,
                publication,
                delegation,
                delegationSince,
                sets,
                lastServed,
                drift);
    }

    /** What has to be wanted of the zone so that it has the given sets and no other: those that differ, by owner. */
    public Map<DomainName, Optional<MxSet>> towards(Collection<MxSet> sets) {
        Map<DomainName, Optional<MxSet>> wanted = new HashMap<>();
        mxSets.forEach(set -> wanted.put(set.owner(), Optional.empty()));
        sets.forEach(set -> wanted.put(set.owner(), Optional.of(set)));
        mxSets.forEach(set -> wanted.remove(set.owner(), Optional.of(set)));
        return wanted;
    }

    /**
     * The set of an owner that has the record.
     *
     * @throws NoSuchRecordException where there is none
     */
    public MxSet setWith(DomainName owner, MxRecord record) {
        return setAt(owner)
                .filter(set -> set.records().contains(record))
                .orElseThrow(() -> new NoSuchRecordException(owner));
    }

    /** Whether every name server of the zone was seen to answer with this version. */
    public boolean isLive() {
        return publication.state() == PublicationState.LIVE;
    }

    /** The priority proposed for a further server of the domain itself. */
    public Preference proposedPriority() {
        return Proposal.nextPreference(setAt(name).map(MxSet::records).orElse(List.of()));
    }
}
