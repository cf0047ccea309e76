package de.postlotse.policy;

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

/**
 * The four typed fields of an entry, each read for itself, beside the set that the entry is to join.
 *
 * @param questions about numbers that were typed into the field of the server
 */
record EntryReading(
        ParsedField<DomainName> owner,
        ParsedField<DomainName> target,
        ParsedField<Preference> preference,
        ParsedField<Ttl> ttl,
        Optional<MxSet> existing,
        boolean ownerHasSet,
        Ttl proposedTtl,
        List<Finding> questions) {

    static EntryReading of(
            TypedMx typed,
            ParsedField<DomainName> owner,
            ParsedField<DomainName> target,
            Optional<MxSet> existing,
            boolean ownerHasSet,
            Ttl defaultTtl) {
        boolean nullMx = target.value().filter(DomainName::isRoot).isPresent();
        Preference proposedPreference = nullMx ? Preference.ZERO : Proposal.nextPreference(others(existing));
        Ttl proposedTtl = existing.map(MxSet::ttl).orElse(defaultTtl);
        List<Finding> questions = target.value().isPresent()
                ? List.of()
                : RecordInTarget.in(typed.target())
                        .map(record -> record.questions(typed.priority(), typed.ttl()))
                        .orElse(List.of());
        return new EntryReading(
                owner,
                target,
                NumberReader.preference(typed.priority(), proposedPreference),
                NumberReader.ttl(typed.ttl(), proposedTtl),
                existing,
                ownerHasSet,
                proposedTtl,
                questions);
    }

    /** What the fields say by themselves, and what the entry does beside the other records of its owner. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Stream.of(owner, target, preference, ttl).forEach(reading -> findings.addAll(reading.findings()));
        findings.addAll(questions);
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
