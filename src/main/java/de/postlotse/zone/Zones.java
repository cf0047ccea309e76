package de.postlotse.zone;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.store.RetriedWhileStoreIsAway;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The zones that Postlotse looks after: finding, taking over. */
@Service
@Transactional(readOnly = true)
public class Zones {

    private static final int AT_ONCE = 5_000;

    private final ZoneRepository repository;
    private final ZoneChanges changes;
    private final JdbcClient store;
    private final OwnMailServers ownServers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Zones(
            ZoneRepository repository,
            ZoneChanges changes,
            JdbcClient store,
            OwnMailServers ownServers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.changes = changes;
        this.store = store;
        this.ownServers = ownServers;
        this.events = events;
        this.clock = clock;
    }

    /** A zone that the caller may see; somebody else's zone does not exist for them. */
    @RetriedWhileStoreIsAway
    public Optional<ZoneSnapshot> find(Caller caller, DomainName name) {
        return findZone(caller, name).map(Zone::snapshot);
    }

    /**
     * The same where the zone is taken for granted.
     *
     * @throws NoSuchZoneException where the caller sees no such zone
     */
    @RetriedWhileStoreIsAway
    public ZoneSnapshot require(Caller caller, DomainName name) {
        return find(caller, name).orElseThrow(() -> new NoSuchZoneException(name));
    }

    /** Whether an edit is in the history, so that one that was sent twice is told from somebody else's. */
    @RetriedWhileStoreIsAway
    public boolean hasEdit(ZoneSnapshot zone, UUID edit) {
        return changes.existsByZoneIdAndEditId(zone.id(), edit);
    }

    /** What is to be published for a zone right now; for the worker that publishes, whoever made the change. */
    @RetriedWhileStoreIsAway
    public Optional<ZoneSnapshot> wanted(long zoneId) {
        return repository.findById(zoneId).map(Zone::snapshot);
    }

    /** The version of a zone as it is in the store at this moment; 0 where there is no such zone. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    public long versionNow(long zoneId) {
        return repository.versionOf(zoneId).orElse(0L);
    }

    /**
     * Whether sets are what the store wanted at a version that the name server was not seen to answer with yet: then
     * they are a change of ours whose answer was lost, and nobody else's.
     */
    public boolean wasWanted(long zoneId, Collection<MxSet> sets) {
        return repository
                .findById(zoneId)
                .map(zone -> PastStates.of(
                                zone,
                                changes.findByZoneIdAndVersionGreaterThanOrderByVersionDesc(
                                        zoneId, zone.publication().version()))
                        .contains(Set.copyOf(sets)))
                .orElse(false);
    }

    /** The zones whose comparison with their name server is due, the longest waiting first. */
    public List<Long> dueToCompare(Instant now, int limit) {
        return repository.dueToCompare(now, Limit.of(limit));
    }

    /** Says when some zones are to be compared again. */
    @Transactional
    public void compareAgain(Collection<Long> zoneIds, Instant at) {
        repository.compareAgain(zoneIds, at);
    }

    /**
     * Says when all zones of a name server are to be compared again.
     *
     * @return how many there are
     */
    @Transactional
    public int compareAllOf(String nameServer, Instant at) {
        return repository.compareAllOf(nameServer, at);
    }

    /**
     * Says when all zones are to be compared again, some at a time, so that no edit waits for all of them.
     *
     * @return how many there are
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public int compareAll(Instant at) {
        int count = 0;
        for (long after = 0, last = repository.lastId(); after < last; after += AT_ONCE) {
            count += repository.compareAllBetween(after, after + AT_ONCE, at);
        }
        return count;
    }

    /** The same for several zones at once; those that are gone are left out. */
    @RetriedWhileStoreIsAway
    public List<ZoneSnapshot> wanted(Collection<Long> zoneIds) {
        if (zoneIds.size() == 1) { // most often so, and cheaper
            return wanted(zoneIds.iterator().next()).stream().toList();
        }
        return repository.findWithRecords(zoneIds).stream().map(Zone::snapshot).toList();
    }

    /**
     * The versions of zones by their ids, read under the lock that every edit holds, until the caller's transaction
     * ends; those that are gone are left out.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Long> lockedVersions(Collection<Long> zoneIds) {
        return zoneIds.isEmpty()
                ? Map.of()
                : store
                        .sql("select id, version from zone where id in (:ids) order by id for update")
                        .param("ids", zoneIds)
                        .query((row, number) -> Map.entry(row.getLong(1), row.getLong(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The deepest zone of ours at or above a name, with the name server it lives on. */
    @RetriedWhileStoreIsAway
    public Optional<Home> enclosing(DomainName name) {
        List<String> candidates = new ArrayList<>();
        for (DomainName at = name; !at.isRoot(); at = at.parent()) {
            candidates.add(at.toString());
        }
        return candidates.isEmpty()
                ? Optional.empty()
                : store.sql(
                                "select name, name_server from zone where name in (:names) order by char_length(name) desc limit 1")
                        .param("names", candidates)
                        .query((row, number) -> new Home(DomainName.of(row.getString(1)), row.getString(2)))
                        .optional();
    }

    /** A zone and the name server that it lives on. */
    public record Home(DomainName zone, String nameServer) {}

    /**
     * Takes a zone over as its name server serves it; nothing is published by that.
     *
     * @return the zone, or empty where it is managed already
     */
    @Transactional
    public Optional<ZoneSnapshot> takeOver(
            Caller caller, DomainName name, String customer, String nameServer, Collection<MxSet> served, long serial) {
        if (repository.existsByName(name)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Zone zone = repository.save(Zone.takenOver(name, customer, nameServer, served, serial, ownServers, now));
        ChangedSets all = new ChangedSets(List.of(), List.copyOf(zone.mxSets()));
        changes.save(ZoneChange.of(zone, Edit.once(ChangeKind.TAKEN_OVER, caller), ChangeKind.TAKEN_OVER, all, now));
        events.publishEvent(new ChangeRecorded(
                zone.id(),
                name,
                customer,
                zone.version(),
                ChangeKind.TAKEN_OVER,
                caller.username(),
                caller.isStaff(),
                now));
        return Optional.of(zone.snapshot());
    }

    private Optional<Zone> findZone(Caller caller, DomainName name) {
        return repository.findWithRecords(name).filter(zone -> ZoneScope.isVisible(zone, caller));
    }
}
