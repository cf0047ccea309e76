package de.postlotse.desk.finding;

import de.postlotse.desk.sweep.HostKnowledge;
import de.postlotse.desk.sweep.MailHosts;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.store.StoreFailure;
import de.postlotse.work.Round;
import de.postlotse.zone.ServersJudged;
import de.postlotse.zone.ServersJudged.Judgement;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes findings anew where something has changed that they follow from: reads what counts now, and writes down what is
 * new and what is over. A finding that stays is left alone, with since when it is there and who looked at it.
 */
@Component
class FindingRefresh {

    private static final Logger log = LoggerFactory.getLogger(FindingRefresh.class);
    private static final int BATCH = 500;

    /** So many batches may pass until incidents are counted again. */
    private static final int BATCHES_A_COUNT = 10;

    private static final Duration LOOK_FOR_DUE = Duration.ofHours(1);

    private final RefreshQueue queue;
    private final FindingStore store;
    private final IncidentStore incidentStore;
    private final Incidents incidents;
    private final Zones zones;
    private final MailHosts hosts;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId timeZone;
    private final Lock working = new ReentrantLock();
    private Instant nextLookForDue = Instant.EPOCH;

    FindingRefresh(
            RefreshQueue queue,
            FindingStore store,
            IncidentStore incidentStore,
            Incidents incidents,
            Zones zones,
            MailHosts hosts,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId timeZone) {
        this.queue = queue;
        this.store = store;
        this.incidentStore = incidentStore;
        this.incidents = incidents;
        this.zones = zones;
        this.hosts = hosts;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.timeZone = timeZone;
    }

    /** One node at a time, so that nobody else writes the same rows. */
    @Bean
    Round findingRound(ReviewProperties properties) {
        return new Round(
                "refresh-findings",
                properties.refreshEvery(),
                context -> run(() -> context.getSchedulerState().isShuttingDown()));
    }

    /** Works until nothing is left to do; one at a time, so that nobody else writes the same rows. */
    void run(BooleanSupplier stopping) {
        working.lock();
        try {
            work(stopping);
        } finally {
            working.unlock();
        }
    }

    private void work(BooleanSupplier stopping) {
        Instant now = clock.instant();
        if (!now.isBefore(nextLookForDue)) {
            lookForDue();
            nextLookForDue = now.plus(LOOK_FOR_DUE);
        }
        for (int batches = 1; !stopping.getAsBoolean() && batch(); batches++) {
            if (batches % BATCHES_A_COUNT == 0) {
                incidents.settle();
            }
        }
        incidents.settle();
    }

    /** Finds the zones whose day for a second look has come. */
    void lookForDue() {
        queue.addSecondLooks(today());
    }

    /** Zones that somebody changed go before the many that name a host. */
    private boolean batch() {
        List<RefreshQueue.Entry> entries = queue.zones(BATCH);
        if (!entries.isEmpty()) {
            Set<Long> changed = entries.stream().map(RefreshQueue.Entry::zoneId).collect(Collectors.toSet());
            List<Long> ids = entries.stream().map(RefreshQueue.Entry::id).toList();
            refresh(changed, () -> queue.remove(ids));
            return true;
        }
        return queue.host().map(this::hostBatch).orElse(false);
    }

    private boolean hostBatch(RefreshQueue.HostEntry entry) {
        List<Long> next = queue.zonesOf(entry, BATCH);
        if (next.size() < BATCH) {
            refresh(next, () -> queue.remove(entry));
        } else {
            refresh(next, () -> queue.goOn(entry, next.getLast()));
        }
        return true;
    }

    /** Together, or one by one where that fails: a zone may be handed back between reading and writing. */
    private void refresh(Collection<Long> zoneIds, Runnable done) {
        try {
            write(differences(zoneIds), done);
        } catch (RuntimeException e) {
            rethrowIfPassing(e);
            zoneIds.forEach(this::refreshAlone);
            done.run();
        }
    }

    /** A zone that cannot be judged holds up no other. */
    private void refreshAlone(long zoneId) {
        try {
            write(differences(List.of(zoneId)), () -> {});
        } catch (RuntimeException e) {
            rethrowIfPassing(e);
            log.error("The findings of zone {} cannot be made", zoneId, e);
        }
    }

    private static void rethrowIfPassing(RuntimeException failure) {
        if (StoreFailure.isPassing(failure)) {
            throw failure;
        }
    }

    private List<FindingDifference> differences(Collection<Long> zoneIds) {
        if (zoneIds.isEmpty()) {
            return List.of();
        }
        List<ZoneSnapshot> wanted = zones.wanted(zoneIds);
        Map<DomainName, HostKnowledge> known = hosts.of(targets(wanted));
        Map<Long, Set<FindingKind>> waived = store.waivers(zoneIds);
        Map<Long, LocalDate> secondLooks = store.secondLooks(zoneIds);
        Map<Long, Set<FindingGroup>> before = store.of(zoneIds);
        LocalDate today = today();
        return wanted.stream()
                .map(zone -> {
                    FindingRules.Facts facts = new FindingRules.Facts(
                            zone, known, waived.getOrDefault(zone.id(), Set.of()), secondLooks.get(zone.id()));
                    return FindingDifference.of(
                            zone,
                            before.getOrDefault(zone.id(), Set.of()),
                            FindingRules.judge(facts, today, timeZone),
                            targets(List.of(zone)).stream().allMatch(facts::knows));
                })
                .filter(difference -> !difference.isEmpty())
                .toList();
    }

    private void write(List<FindingDifference> differences, Runnable done) {
        transaction.executeWithoutResult(status -> {
            write(judge(differences));
            done.run();
        });
    }

    /**
     * Tells the zones whose mail is lost or no longer. One that was changed since it was read is left as it was: it has
     * to be looked at again anyway.
     */
    private List<FindingDifference> judge(List<FindingDifference> differences) {
        Map<Long, FindingDifference> judged = differences.stream()
                .filter(FindingDifference::turnsMail)
                .collect(Collectors.toMap(difference -> difference.zone().id(), difference -> difference));
        if (judged.isEmpty()) {
            return differences;
        }
        Map<Long, Long> versions = zones.lockedVersions(judged.keySet());
        List<FindingDifference> current = differences.stream()
                .filter(difference -> !difference.turnsMail()
                        || Long.valueOf(difference.zone().version())
                                .equals(versions.get(difference.zone().id())))
                .toList();
        tell(current.stream().filter(FindingDifference::turnsMail).toList());
        return current;
    }

    private void tell(List<FindingDifference> turned) {
        if (!turned.isEmpty()) {
            events.publishEvent(new ServersJudged(
                    turned.stream()
                            .map(difference -> new Judgement(
                                    difference.zone().id(), difference.zone().version(), difference.servers()))
                            .toList(),
                    clock.instant()));
        }
    }

    private void write(List<FindingDifference> differences) {
        Set<FindingGroup> groups = differences.stream()
                .flatMap(FindingDifference::groups)
                .filter(FindingGroup::canBeIncident)
                .collect(Collectors.toSet());
        Set<FindingGroup> known = incidentStore.among(groups);
        Instant now = clock.instant();
        store.add(differences.stream()
                .flatMap(difference -> difference.newFindings(known, now))
                .toList());
        store.remove(
                differences.stream().flatMap(FindingDifference::oldFindings).toList());
        incidentStore.askAbout(groups);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), timeZone);
    }

    private static Set<DomainName> targets(List<ZoneSnapshot> zones) {
        return zones.stream()
                .map(ZoneSnapshot::mxSets)
                .flatMap(List::stream)
                .map(MxSet::targets)
                .flatMap(List::stream)
                .filter(target -> !target.isRoot())
                .collect(Collectors.toSet());
    }
}
