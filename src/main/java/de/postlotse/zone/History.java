package de.postlotse.zone;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.store.RetriedWhileStoreIsAway;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a zone, line by line, and what it was like at each of them. */
@Service
@Transactional(readOnly = true)
public class History {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "version");

    private final ZoneRepository zones;
    private final ZoneChanges changes;

    History(ZoneRepository zones, ZoneChanges changes) {
        this.zones = zones;
        this.changes = changes;
    }

    /** The lines of a zone's history that the caller may see, newest first, from before the given version. */
    @RetriedWhileStoreIsAway
    public List<HistoryEntry> lines(
            Caller caller, DomainName name, HistoryFilter filter, long beforeVersion, int limit) {
        return find(caller, name)
                .map(zone -> changes
                        .findBy(
                                filter.lines(zone.id(), name, beforeVersion),
                                query -> query.sortBy(NEWEST_FIRST).limit(limit).all())
                        .stream()
                        .map(change -> change.entry(zone))
                        .toList())
                .orElse(List.of());
    }

    /** Everybody who changed a zone that the caller may see, by user name. */
    @RetriedWhileStoreIsAway
    public List<String> actors(Caller caller, DomainName name) {
        return find(caller, name).map(zone -> changes.actorsOf(zone.id())).orElse(List.of());
    }

    /**
     * A zone as it was after one of its changes.
     *
     * @throws NoSuchZoneException where the caller sees no such zone
     * @throws NoSuchVersionException where the zone never was at that version
     */
    @RetriedWhileStoreIsAway
    PastState at(Caller caller, DomainName name, long version) {
        Zone zone = find(caller, name).orElseThrow(() -> new NoSuchZoneException(name));
        if (!changes.existsByZoneIdAndVersion(zone.id(), version)) {
            throw new NoSuchVersionException(name, version);
        }
        List<HistoryEntry> since =
                changes.findByZoneIdAndVersionGreaterThanOrderByVersionDesc(zone.id(), version).stream()
                        .map(change -> change.entry(zone))
                        .filter(entry -> entry.version() <= zone.version())
                        .toList();
        return new PastState(zone.snapshot(), PastStates.before(zone.mxSets(), since), since);
    }

    /**
     * What has to be wanted of a zone so that one of its changes is taken back.
     *
     * @throws NoSuchVersionException where the zone never was at that version
     */
    @RetriedWhileStoreIsAway
    Map<DomainName, Optional<MxSet>> undoing(ZoneSnapshot zone, long version) {
        ZoneChange change = changes.findByZoneIdAndVersion(zone.id(), version)
                .orElseThrow(() -> new NoSuchVersionException(zone.name(), version));
        Map<DomainName, Optional<MxSet>> wanted = new HashMap<>();
        change.after(zone.name()).forEach(set -> wanted.put(set.owner(), Optional.empty()));
        change.before(zone.name()).forEach(set -> wanted.put(set.owner(), Optional.of(set)));
        return wanted;
    }

    private Optional<Zone> find(Caller caller, DomainName name) {
        return zones.findOne(ZoneScope.visibleTo(caller).and(ZoneScope.named(name)));
    }

    /**
     * @param now the zone as it is
     * @param sets its sets as they were, by owner
     * @param since the changes that led from there to what it is, newest first
     */
    record PastState(ZoneSnapshot now, Map<DomainName, MxSet> sets, List<HistoryEntry> since) {}
}
