package de.postlotse.zone.history;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.PastStates;
import de.postlotse.zone.ZoneChange;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a zone, line by line, and what it was like at each of them. */
@Service
@Transactional(readOnly = true)
public class History {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "version");

    private final Zones zones;
    private final HistoryLines changes;

    History(Zones zones, HistoryLines changes) {
        this.zones = zones;
        this.changes = changes;
    }

    /** The lines of a zone's history that the caller may see, newest first, from before the given version. */
    @RetriedWhileStoreIsAway
    public List<HistoryEntry> lines(
            Caller caller, DomainName name, HistoryFilter filter, long beforeVersion, int limit) {
        return zones.find(caller, name)
                .map(zone -> changes
                        .findBy(
                                filter.lines(zone.id(), name, beforeVersion),
                                query -> query.sortBy(NEWEST_FIRST).limit(limit).all())
                        .stream()
                        .map(change -> change.entry(name))
                        .toList())
                .orElse(List.of());
    }

    /** Everybody who changed a zone that the caller may see, by user name. */
    @RetriedWhileStoreIsAway
    public List<String> actors(Caller caller, DomainName name) {
        return zones.find(caller, name).map(zone -> changes.actorsOf(zone.id())).orElse(List.of());
    }

    /**
     * The changes that led from a version of a zone to what it is, newest first.
     *
     * @throws NoSuchVersionException where the zone never was at that version
     */
    @RetriedWhileStoreIsAway
    public List<HistoryEntry> since(ZoneSnapshot zone, long version) {
        if (!changes.existsByZoneIdAndVersion(zone.id(), version)) {
            throw new NoSuchVersionException(zone.name(), version);
        }
        return changes.findByZoneIdAndVersionGreaterThanOrderByVersionDesc(zone.id(), version).stream()
                .map(change -> change.entry(zone.name()))
                .filter(entry -> entry.version() <= zone.version())
                .toList();
    }

    /** The change that one edit of a zone has made, if it has made one. */
    @RetriedWhileStoreIsAway
    public Optional<HistoryEntry> of(ZoneSnapshot zone, UUID edit) {
        return changes.findByZoneIdAndEditId(zone.id(), edit).map(change -> change.entry(zone.name()));
    }

    /**
     * What has to be wanted of a zone so that it is as it was after one of its changes: the sets that differ, since a set
     * that is as it was need not pass today's checks again.
     *
     * @throws NoSuchVersionException where the zone never was at that version
     */
    @RetriedWhileStoreIsAway
    public Map<DomainName, Optional<MxSet>> returningTo(ZoneSnapshot zone, long version) {
        return zone.towards(
                PastStates.before(zone.mxSets(), since(zone, version)).values());
    }

    /**
     * What has to be wanted of a zone so that one of its changes is taken back.
     *
     * @throws NoSuchVersionException where the zone never was at that version
     */
    @RetriedWhileStoreIsAway
    public Map<DomainName, Optional<MxSet>> undoing(ZoneSnapshot zone, long version) {
        ZoneChange change = changes.findByZoneIdAndVersion(zone.id(), version)
                .orElseThrow(() -> new NoSuchVersionException(zone.name(), version));
        Map<DomainName, Optional<MxSet>> wanted = new HashMap<>();
        change.after(zone.name()).forEach(set -> wanted.put(set.owner(), Optional.empty()));
        change.before(zone.name()).forEach(set -> wanted.put(set.owner(), Optional.of(set)));
        return wanted;
    }
}
