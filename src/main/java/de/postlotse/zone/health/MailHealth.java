package de.postlotse.zone.health;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.lookup.DelegationLookup;
import de.postlotse.policy.HostStatus;
import de.postlotse.policy.MxPolicy;
import de.postlotse.policy.SpecialUseNames;
import de.postlotse.policy.StoredSet;
import de.postlotse.policy.Verdict;
import de.postlotse.zone.Delegation;
import de.postlotse.zone.ServersJudged.Servers;
import de.postlotse.zone.Zone;
import de.postlotse.zone.ZoneConditionChanged;
import de.postlotse.zone.ZoneHealth.Health;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
public record MailHealth(
        StaleZones stale,
        Zones zones,
        MxPolicy policy,
        DelegationLookup delegations,
        TransactionOperations transaction,
        ApplicationEventPublisher events,
        Clock clock) {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration DELEGATION_FRESH = Duration.ofDays(1);

    /** What could not be told is asked again after so long. */
    private static final Duration UNTOLD_FRESH = Duration.ofMinutes(10);

    private static final int AT_ONCE = 64;

    /** What DNS says right now of each server of a zone that the caller may see; all are asked at the same time. */
    public Map<DomainName, HostStatus> check(Caller caller, DomainName name) {
        return zones.find(caller, name).map(this::check).orElse(Map.of());
    }

    /** Asks about the delegation of zones that were not looked at for a day; their servers are asked by the sweep. */
    void refreshDelegations(int limit) {
        List<StaleZone> due = new ArrayList<>(stale.neverChecked(Limit.of(limit)));
        if (due.size() < limit) {
            due.addAll(stale.checkedBefore(clock.instant().minus(DELEGATION_FRESH), Limit.of(limit - due.size())));
        }
        askAll(due, zone -> delegation(zone.name()))
                .forEach(
                        (zone, delegation) -> change(zone.id(), known -> known.delegated(delegation, clock.instant())));
    }

    /** Looks at zones of which nothing was seen yet since they were taken over or changed, once they are live. */
    void checkNew(int limit) {
        checkAll(stale.notChecked(Limit.of(limit)));
    }

    /** Looks again at zones whose mail is lost, perhaps no longer, and at those of which DNS did not tell. */
    void refreshBroken(int limit) {
        Instant now = clock.instant();
        checkAll(stale.checkedBefore(
                Set.of(Servers.NONE_LEFT, Servers.SOME_UNUSABLE), now.minus(FRESH), Limit.of(limit)));
        checkAll(stale.untoldBefore(Health.UNKNOWN.ordinal(), now.minus(UNTOLD_FRESH), Limit.of(limit)));
    }

    /** Each of their servers is asked once. */
    private void checkAll(List<StaleZone> due) {
        List<ZoneSnapshot> found =
                due.stream().flatMap(zone -> zones.wanted(zone.id()).stream()).toList();
        Set<DomainName> hosts = found.stream().flatMap(MailHealth::targets).collect(Collectors.toSet());
        Map<DomainName, HostStatus> answers = askAll(hosts, policy::check);
        askAll(found, zone -> delegation(zone.name()))
                .forEach((zone, delegation) -> remember(zone, seen(zone, answers), delegation));
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
        remember(zone, seen(zone, answers), delegation.join());
        return answers;
    }

    private CompletableFuture<Delegation> delegation(DomainName zone) {
        return SpecialUseNames.contains(zone)
                ? CompletableFuture.completedFuture(Delegation.UNKNOWN)
                : delegations.ask(zone).thenApply(MailHealth::told);
    }

    private static Delegation told(DelegationLookup.Answer answer) {
        return switch (answer) {
            case DelegationLookup.Answer.Ours ours -> Delegation.OURS;
            case DelegationLookup.Answer.Elsewhere elsewhere -> Delegation.ELSEWHERE;
            case DelegationLookup.Answer.None none -> Delegation.NONE;
            case DelegationLookup.Answer.Unknown unknown -> Delegation.UNKNOWN;
        };
    }

    private static Servers seen(ZoneSnapshot zone, Map<DomainName, HostStatus> answers) {
        boolean noneLeft = zone.mxSets().stream()
                .map(MailHealth::servers)
                .anyMatch(servers -> !servers.isEmpty()
                        && servers.stream()
                                .map(answers::get)
                                .allMatch(status -> status.condition().losesMail()));
        if (noneLeft) {
            return Servers.NONE_LEFT;
        }
        Set<Verdict> verdicts =
                targets(zone).map(answers::get).map(HostStatus::verdict).collect(Collectors.toSet());
        boolean faulty = zone.mxSets().stream().anyMatch(set -> new StoredSet(zone.name(), set).isFaulty());
        if (faulty || verdicts.contains(Verdict.REJECT)) {
            return Servers.SOME_UNUSABLE;
        }
        return verdicts.contains(Verdict.RETRY) ? Servers.UNTOLD : Servers.USABLE;
    }

    /** An answer about an older version says nothing about the zone as it is now. */
    private void remember(ZoneSnapshot asked, Servers servers, Delegation delegation) {
        change(asked.id(), zone -> {
            if (zone.version() == asked.version()) {
                zone.checked(servers, delegation, clock.instant());
            }
        });
    }

    private void change(long zoneId, Consumer<Zone> change) {
        transaction.executeWithoutResult(status -> stale.findForUpdate(zoneId).ifPresent(zone -> {
            boolean wasAtFault = zone.mailState().isFault();
            change.accept(zone);
            if (wasAtFault || zone.mailState().isFault()) {
                events.publishEvent(new ZoneConditionChanged(zoneId));
            }
        }));
    }

    private static Stream<DomainName> targets(ZoneSnapshot zone) {
        return zone.mxSets().stream().map(MailHealth::servers).flatMap(List::stream);
    }

    private static List<DomainName> servers(MxSet set) {
        return set.targets().stream().filter(target -> !target.isRoot()).toList();
    }
}
