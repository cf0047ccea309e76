package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Preference;
import de.postlotse.dns.Ttl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The four typed fields of an entry, each read for itself, beside the set that the entry is to join. */
record EntryReading(
        Reading<DomainName> owner,
        Reading<DomainName> target,
        Reading<Preference> preference,
        Reading<Ttl> ttl,
        Optional<MxSet> existing,
        Ttl proposedTtl) {

    static EntryReading of(
            TypedMx typed,
            Reading<DomainName> owner,
            Reading<DomainName> target,
            Optional<MxSet> existing,
            Ttl defaultTtl) {
        boolean nullMx = target.value().filter(DomainName::isRoot).isPresent();
        Preference proposedPreference = nullMx ? Preference.ZERO : Proposal.nextPreference(others(existing));
        Ttl proposedTtl = existing.map(MxSet::ttl).orElse(defaultTtl);
        return new EntryReading(
                owner,
                target,
                NumberReader.preference(typed.priority(), proposedPreference),
                NumberReader.ttl(typed.ttl(), proposedTtl),
                existing,
                proposedTtl);
    }

    /** What the fields say by themselves, and what the entry does beside the other records of its owner. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Stream.of(owner, target, preference, ttl).forEach(reading -> findings.addAll(reading.findings()));
        target.value().ifPresent(host -> findings.addAll(SetRule.judgeAll(proposal(host))));
        return findings;
    }

    /** The entry, or null where a field could not be read. */
    CheckedEntry.@Nullable Entry entry() {
        return owner.valueOrNull() == null
                        || target.valueOrNull() == null
                        || preference.valueOrNull() == null
                        || ttl.valueOrNull() == null
                ? null
                : new CheckedEntry.Entry(
                        owner.valueOrNull(),
                        new MxRecord(preference.valueOrNull(), target.valueOrNull()),
                        ttl.valueOrNull());
    }

    /** Fields that cannot be read are taken as proposed, so that the rules about the set are asked in any case. */
    private Proposal proposal(DomainName host) {
        List<MxRecord> others = others(existing);
        MxRecord record = new MxRecord(preference.value().orElseGet(() -> Proposal.nextPreference(others)), host);
        return new Proposal(
                others, existing.map(MxSet::ttl), record, ttl.value().orElse(proposedTtl));
    }

    private static List<MxRecord> others(Optional<MxSet> existing) {
        return existing.map(MxSet::records).orElse(List.of());
    }
}
