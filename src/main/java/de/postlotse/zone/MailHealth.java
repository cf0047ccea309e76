package de.postlotse.zone;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.lookup.DelegationAnswer;
import de.postlotse.lookup.DelegationLookup;
import de.postlotse.lookup.HostAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Asks DNS about the servers that zones name, and keeps whether a zone's mail is broken. */
@Service
public class MailHealth {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration DELEGATION_FRESH = Duration.ofDays(1);
    private static final int AT_ONCE = 64;

    private final ZoneRepository repository;
    private final Zones zones;
    private final MxPolicy policy;
    private final DelegationLookup delegations;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MailHealth(
            ZoneRepository repository,
            Zones zones,
            MxPolicy policy,
            DelegationLookup delegations,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.zones = zones;
        this.policy = policy;
        this.delegations = delegations;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** What DNS says right now of each server of a zone that the caller may see; all are asked at the same time. */
    public Map<DomainName, HostStatus> check(Caller caller, DomainName name) {
        return zones.find(caller, name).map(this::check).orElse(Map.of());
    }

    /** What DNS says of a name itself, for mail to it when it has no MX record: senders then try its own address. */
    public HostAnswer without(DomainName owner) {
        return policy.check(owner).join().answer();
    }

    /** Asks about the delegation of zones that were not looked at for a day; their servers are asked by the sweep. */
    void refreshDelegations(int limit) {
        List<StaleZone> stale = new ArrayList<>(repository.neverChecked(Limit.of(limit)));
        if (stale.size() < limit) {
            stale.addAll(
                    repository.checkedBefore(clock.instant().minus(DELEGATION_FRESH), Limit.of(limit - stale.size())));
        }
        askAll(stale, zone -> delegation(zone.name()))
                .forEach(
                        (zone, delegation) -> change(zone.id(), known -> known.delegated(delegation, clock.instant())));
    }

    /** Looks again at zones whose mail is lost, perhaps no longer; each of their servers is asked once. */
    void refreshBroken(int limit) {
        List<ZoneSnapshot> broken =
                repository
                        .checkedBefore(
                                MailState.BROKEN.ordinal(), clock.instant().minus(FRESH), Limit.of(limit))
                        .stream()
                        .flatMap(zone -> zones.wanted(zone.id()).stream())
                        .toList();
        Set<DomainName> hosts = broken.stream().flatMap(MailHealth::targets).collect(Collectors.toSet());
        Map<DomainName, HostStatus> answers = askAll(hosts, policy::check);
        askAll(broken, zone -> delegation(zone.name())).forEach((zone, delegation) -> {
            Map<DomainName, HostStatus> ofZone =
                    targets(zone).distinct().collect(Collectors.toMap(Function.identity(), answers::get));
            verdict(ofZone)
                    .ifPresentOrElse(
                            stillBroken -> remember(zone, stillBroken, delegation),
                            () -> change(zone.id(), known -> known.delegated(delegation, clock.instant())));
        });
    }

    /** Some at a time: the editor asks DNS, too. */
    private static <Q, A> Map<Q, A> askAll(Collection<Q> questions, Function<Q, CompletableFuture<A>> asker) {
        Semaphore free = new Semaphore(AT_ONCE);
        Map<Q, CompletableFuture<A>> asked = new LinkedHashMap<>();
        for (Q question : questions) {
            free.acquireUninterruptibly();
            asked.put(question, asker.apply(question).whenComplete((answer, thrown) -> free.release()));
        }
        return asked.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().join()));
    }

    private Map<DomainName, HostStatus> check(ZoneSnapshot zone) {
        Map<DomainName, CompletableFuture<HostStatus>> asked =
                targets(zone).distinct().collect(Collectors.toMap(Function.identity(), policy::check));
        CompletableFuture<Delegation> delegation = delegation(zone.name());
        Map<DomainName, HostStatus> answers = asked.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().join()));
        verdict(answers).ifPresent(broken -> remember(zone, broken, delegation.join()));
        return answers;
    }

    private CompletableFuture<Delegation> delegation(DomainName zone) {
        return SpecialUseNames.contains(zone)
                ? CompletableFuture.completedFuture(Delegation.UNKNOWN)
                : delegations.ask(zone).thenApply(MailHealth::told);
    }

    private static Delegation told(DelegationAnswer answer) {
        return switch (answer) {
            case DelegationAnswer.Ours ours -> Delegation.OURS;
            case DelegationAnswer.Elsewhere elsewhere -> Delegation.ELSEWHERE;
            case DelegationAnswer.None none -> Delegation.NONE;
            case DelegationAnswer.Unknown unknown -> Delegation.UNKNOWN;
        };
    }

    /** Broken where a server is refused by the rules; untold where none is and one could not be checked. */
    private static Optional<Boolean> verdict(Map<DomainName, HostStatus> answers) {
        if (answers.values().stream().anyMatch(status -> status.verdict() == Verdict.REJECT)) {
            return Optional.of(true);
        }
        boolean untold = answers.values().stream().anyMatch(status -> status.verdict() == Verdict.RETRY);
        return untold ? Optional.empty() : Optional.of(false);
    }

    /** An answer about an older version says nothing about the zone as it is now. */
    private void remember(ZoneSnapshot asked, boolean broken, Delegation delegation) {
        change(asked.id(), zone -> {
            if (zone.version() == asked.version()) {
                zone.checked(broken, delegation, clock.instant());
            }
        });
    }

    private void change(long zoneId, Consumer<Zone> change) {
        transaction.executeWithoutResult(status -> repository
                .findForUpdate(zoneId)
                .ifPresent(zone -> {
                    boolean wasAtFault = zone.isAtFault();
                    change.accept(zone);
                    if (wasAtFault || zone.isAtFault()) {
                        events.publishEvent(new ZoneConditionChanged(zoneId));
                    }
                }));
    }

    private static Stream<DomainName> targets(ZoneSnapshot zone) {
        return zone.mxSets().stream()
                .map(MxSet::records)
                .flatMap(List::stream)
                .map(MxRecord::target)
                .filter(target -> !target.isRoot());
    }
}
