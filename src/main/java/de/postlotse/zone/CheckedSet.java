package de.postlotse.zone;

import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A whole set after all rules, each record judged beside those before it; DNS is asked about all of them at once.
 *
 * @param set nothing where a record could not be read or there is none
 * @param entries what was found out about each record, in the order in which they were typed
 */
record CheckedSet(Optional<MxSet> set, List<CheckedEntry> entries) {

    /** @param ttl for the whole set, as typed */
    static CheckedSet check(MxPolicy policy, ZoneSnapshot zone, String owner, String ttl, List<TypedMx> records) {
        return start(policy, zone, owner, ttl, records).join();
    }

    /** Starts to check a set again that was in the store before. */
    static CompletableFuture<CheckedSet> start(MxPolicy policy, ZoneSnapshot zone, MxSet set) {
        List<TypedMx> records = set.records().stream()
                .map(record -> new TypedMx(
                        "", record.target().toString(), record.preference().toString(), ""))
                .toList();
        return start(policy, zone, set.owner() + ".", set.ttl().toString(), records);
    }

    static CompletableFuture<CheckedSet> start(
            MxPolicy policy, ZoneSnapshot zone, String owner, String ttl, List<TypedMx> records) {
        List<CompletableFuture<CheckedEntry>> checks = new ArrayList<>();
        List<CheckedEntry.Entry> before = new ArrayList<>();
        for (TypedMx typed : records) {
            Optional<MxSet> others = assemble(before);
            EntryReading reading =
                    policy.read(zone.name(), name -> others, new TypedMx(owner, typed.target(), typed.priority(), ttl));
            Stream.ofNullable(reading.entry()).forEach(before::add);
            checks.add(policy.ask(zone.name(), reading));
        }
        return CompletableFuture.allOf(checks.toArray(CompletableFuture[]::new))
                .thenApply(
                        all -> of(checks.stream().map(CompletableFuture::join).toList()));
    }

    private static CheckedSet of(List<CheckedEntry> checked) {
        return new CheckedSet(
                assemble(checked.stream()
                        .map(CheckedEntry::entry)
                        .filter(Objects::nonNull)
                        .toList()),
                checked);
    }

    Checks checks() {
        return Checks.of(entries);
    }

    List<Finding> findings() {
        return checks().findings();
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
