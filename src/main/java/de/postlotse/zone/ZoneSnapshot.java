package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Preference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
