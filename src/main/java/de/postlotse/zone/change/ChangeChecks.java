package de.postlotse.zone.change;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.policy.CheckedEntry;
import de.postlotse.policy.CheckedSet;
import de.postlotse.policy.Checks;
import de.postlotse.policy.ExistingSets;
import de.postlotse.policy.Finding;
import de.postlotse.policy.Finding.Field;
import de.postlotse.policy.HostStatus;
import de.postlotse.policy.MeantHost;
import de.postlotse.policy.MxPolicy;
import de.postlotse.policy.TargetReader;
import de.postlotse.policy.TypedMx;
import de.postlotse.policy.TypedOwner;
import de.postlotse.policy.Verdict;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.history.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a change has to pass before it may be saved. DNS is asked about everything at once. */
@Component
record ChangeChecks(MxPolicy policy, MeantHost meant, History history) {

    /** One record as typed, beside those that its owner is to keep. */
    CheckedChange ofEntry(ZoneSnapshot zone, Function<DomainName, Optional<MxSet>> kept, TypedMx typed) {
        CheckedEntry checked = withMeantHost(
                zone, policy.check(zone.name(), new Kept(zone, kept), typed).join());
        CheckedEntry.Entry entry = checked.entry();
        if (entry == null) {
            return CheckedChange.of(zone, null, List.of(checked));
        }
        List<MxRecord> records =
                new ArrayList<>(kept.apply(entry.owner()).map(MxSet::records).orElse(List.of()));
        records.add(entry.record());
        MxSet set = MxSet.of(entry.owner(), entry.ttl(), records);
        return CheckedChange.of(zone, Map.of(set.owner(), Optional.of(set)), List.of(checked));
    }

    /** What an owner is to keep of its set, whether or not anything remains. */
    private record Kept(ZoneSnapshot zone, Function<DomainName, Optional<MxSet>> sets) implements ExistingSets {

        @Override
        public Optional<MxSet> at(DomainName owner) {
            return sets.apply(owner);
        }

        @Override
        public boolean has(DomainName owner) {
            return zone.has(owner);
        }
    }

    private CheckedEntry withMeantHost(ZoneSnapshot zone, CheckedEntry checked) {
        return meant.suggest(
                checked,
                zone.name(),
                zone.mxSets().stream().flatMap(set -> set.targets().stream()).toList());
    }

    /** Whole sets as typed, the same records for each owner. */
    CheckedChange ofTypedSets(ZoneSnapshot zone, List<String> owners, String ttl, List<TypedMx> records) {
        List<CompletableFuture<CheckedSet>> started = owners.stream()
                .map(owner -> CheckedSet.start(policy, zone.name(), zone::has, owner, ttlOf(zone, owner, ttl), records))
                .toList();
        List<CheckedSet> sets = started.stream().map(CompletableFuture::join).toList();
        List<CheckedEntry> entries = sets.stream()
                .flatMap(set -> set.entries().stream())
                .map(entry -> withMeantHost(zone, entry))
                .toList();
        boolean whole = !entries.isEmpty() && entries.stream().allMatch(entry -> entry.entry() != null);
        return CheckedChange.of(zone, whole ? wanted(sets) : null, entries);
    }

    private static Map<DomainName, Optional<MxSet>> wanted(List<CheckedSet> sets) {
        Map<DomainName, Optional<MxSet>> wanted = new LinkedHashMap<>();
        sets.forEach(checked -> checked.set().ifPresent(set -> wanted.put(set.owner(), Optional.of(set))));
        return wanted;
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

    /**
     * Known sets. A record that stays was there before; where whole sets are replaced, each of their records has to pass;
     * what stood in the zone once may come back whatever the rules say today; and where a server goes for a while, what is
     * left has to do.
     */
    CheckedChange ofSets(ZoneSnapshot zone, ChangeKind kind, Map<DomainName, Optional<MxSet>> wanted) {
        return switch (kind) {
            case SET_REPLACED, SERVERS_SWITCHED, OWN_SERVERS_USED, MAIL_REFUSED, HOST_REPLACED ->
                CheckedChange.of(zone, wanted, entries(zone, wanted));
            case RESTORED ->
                CheckedChange.of(
                        zone,
                        wanted,
                        entries(zone, wanted).stream()
                                .map(CheckedEntry::onceThere)
                                .toList());
            case RECORD_ADDED, RECORD_CHANGED, SERVER_PUT_BACK ->
                CheckedChange.of(
                        zone,
                        wanted,
                        entries(zone, wanted).stream()
                                .filter(entry -> entry.entry() == null || !isThere(zone, entry.entry()))
                                .toList());
            case SERVER_TAKEN_OUT -> new CheckedChange(zone, wanted, List.of(), whatStays(SetChange.of(zone, wanted)));
            case RECORD_REMOVED, SET_REMOVED, TTL_CHANGED, TAKEN_OVER, DRIFT_REPLACED, DRIFT_ADOPTED ->
                CheckedChange.unchecked(zone, wanted);
        };
    }

    private List<CheckedEntry> entries(ZoneSnapshot zone, Map<DomainName, Optional<MxSet>> wanted) {
        List<CompletableFuture<CheckedSet>> started = wanted.values().stream()
                .flatMap(Optional::stream)
                .map(set -> CheckedSet.start(policy, zone.name(), zone::has, set))
                .toList();
        return started.stream().flatMap(set -> set.join().entries().stream()).toList();
    }

    private static boolean isThere(ZoneSnapshot zone, CheckedEntry.Entry entry) {
        return zone.setAt(entry.owner())
                .filter(set -> set.records().contains(entry.record()))
                .isPresent();
    }

    private Checks whatStays(List<SetChange> changes) {
        List<Finding> findings = new ArrayList<>();
        Map<DomainName, HostStatus> hosts = new HashMap<>();
        for (SetChange change : changes) {
            List<HostStatus> others = ask(SetChange.servers(change.after()));
            others.forEach(status -> hosts.put(status.host(), status));
            out(change).forEach(server -> withoutIt(server, others).ifPresent(findings::add));
        }
        return new Checks(findings, hosts);
    }

    private static Stream<DomainName> out(SetChange change) {
        List<MxRecord> left = change.after().map(MxSet::records).orElse(List.of());
        return change.before().stream()
                .flatMap(set -> set.records().stream())
                .filter(record -> !left.contains(record))
                .map(MxRecord::target);
    }

    private List<HostStatus> ask(List<DomainName> servers) {
        List<CompletableFuture<HostStatus>> asked =
                servers.stream().map(policy::check).toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    /** Why a server may not leave the rest of its set alone. "Cannot be told" is no yes. */
    private static Optional<Finding> withoutIt(DomainName server, List<HostStatus> others) {
        if (others.stream().anyMatch(other -> other.verdict().passes())) {
            return Optional.empty();
        }
        if (others.stream().anyMatch(other -> other.verdict() == Verdict.RETRY)) {
            return Optional.of(Finding.unchecked(Field.TARGET, "maintenance-unchecked", server));
        }
        return Optional.of(
                others.isEmpty()
                        ? Finding.error(Field.TARGET, "maintenance-only-server", server)
                        : Finding.error(Field.TARGET, "maintenance-others-unusable", server));
    }

    /** Sets that one host comes into; DNS was asked about it before. */
    CheckedChange ofHost(
            ZoneSnapshot zone, Map<DomainName, Optional<MxSet>> wanted, DomainName host, HostStatus known) {
        List<Finding> findings = Stream.concat(known.findings().stream(), TargetReader.slip(host, zone.name()).stream())
                .toList();
        return new CheckedChange(zone, wanted, List.of(), new Checks(findings, Map.of()));
    }
}
