package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Preference;
import java.util.List;
import java.util.Optional;

/**
 * A zone as the store wanted it at one version.
 *
 * @param mxSets the apex first, then by name
 * @param lastServed what the name server was last seen to answer with
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
        List<MxSet> mxSets,
        List<MxSet> lastServed) {

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

    /** Whether the name server was seen to answer with this version. */
    public boolean isLive() {
        return publication.covers(version);
    }

    /** The priority proposed for a further server of the domain itself. */
    public Preference proposedPriority() {
        return Proposal.nextPreference(setAt(name).map(MxSet::records).orElse(List.of()));
    }
}
