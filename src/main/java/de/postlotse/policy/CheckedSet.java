package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A whole set after all rules, each record judged beside those before it; DNS is asked about all of them at once.
 *
 * @param set nothing where no record could be read
 * @param entries what was found out about each record, in the order in which they were typed
 */
public record CheckedSet(Optional<MxSet> set, List<CheckedEntry> entries) {

    /** Starts to check a set again that was in the store before. */
    public static CompletableFuture<CheckedSet> start(
            MxPolicy policy, DomainName zone, Predicate<DomainName> owners, MxSet set) {
        List<TypedMx> records = set.records().stream().map(TypedMx::of).toList();
        return start(policy, zone, owners, set.owner() + ".", set.ttl().toString(), records);
    }

    /**
     * Starts to check a set.
     *
     * @param owners that have a set today, so that their names are not judged again
     * @param owner of all records, as typed
     * @param ttl for the whole set, as typed
     * @param records as typed; their own owners and TTLs do not count
     */
    public static CompletableFuture<CheckedSet> start(
            MxPolicy policy,
            DomainName zone,
            Predicate<DomainName> owners,
            String owner,
            String ttl,
            List<TypedMx> records) {
        List<CompletableFuture<CheckedEntry>> checks = new ArrayList<>();
        List<CheckedEntry.Entry> before = new ArrayList<>();
        for (TypedMx typed : records) {
            ExistingSets joined = new Joined(assemble(before), owners);
            EntryReading reading = policy.read(zone, joined, new TypedMx(owner, typed.target(), typed.priority(), ttl));
            Stream.ofNullable(reading.entry()).forEach(before::add);
            checks.add(policy.ask(zone, reading));
        }
        return CompletableFuture.allOf(checks.toArray(CompletableFuture[]::new))
                .thenApply(
                        all -> of(checks.stream().map(CompletableFuture::join).toList()));
    }

    /** The records before one in the same set. */
    private record Joined(Optional<MxSet> before, Predicate<DomainName> owners) implements ExistingSets {

        @Override
        public Optional<MxSet> at(DomainName owner) {
            return before;
        }

        @Override
        public boolean has(DomainName owner) {
            return before.isPresent() || owners.test(owner);
        }
    }

    private static CheckedSet of(List<CheckedEntry> checked) {
        return new CheckedSet(
                assemble(checked.stream()
                        .map(CheckedEntry::entry)
                        .filter(Objects::nonNull)
                        .toList()),
                checked);
    }

    private static Optional<MxSet> assemble(List<CheckedEntry.Entry> entries) {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        CheckedEntry.Entry first = entries.getFirst();
        List<MxRecord> records =
                entries.stream().map(CheckedEntry.Entry::record).toList();
        return Optional.of(MxSet.of(first.owner(), first.ttl(), records));
    }
}
