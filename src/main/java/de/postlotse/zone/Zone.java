package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.ServersJudged.Servers;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A zone that Postlotse looks after, with the MX sets its customer wants. Every change goes through a method that
 * raises the version and keeps what lists sort by in step.
 */
@Entity
@DynamicUpdate
public class Zone {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private DomainName name;

    /** The name as it is shown, where that is not the name itself: searches find either. */
    private @Nullable String unicodeName;

    private String customer;
    private String nameServer;
    private long version = 1;

    @Enumerated(EnumType.STRING)
    private MailRouting routing;

    @Embedded
    private Publication publication;

    @Embedded
    private SeenSets seen;

    @Enumerated(EnumType.STRING)
    private Delegation delegation = Delegation.UNKNOWN;

    private @Nullable Instant delegationSince;

    /** When the name server is to be compared with the store again. */
    private Instant compareAt = Instant.EPOCH;

    /** What was seen of the servers of this version. */
    @Enumerated(EnumType.STRING)
    private Servers servers = Servers.NOT_CHECKED;

    @Embedded
    private ZoneHealth health;

    private @Nullable Instant checkedAt;

    /** The {@link MailState}'s place. */
    private int attention;

    @ElementCollection
    @CollectionTable(name = "mx_record", joinColumns = @JoinColumn(name = "zone_id"))
    private Set<MxRow> rows = new HashSet<>();

    protected Zone() {}

    /** A zone as its name server serves it today: that state is the first version, and it is live already. */
    static Zone takenOver(
            DomainName name,
            String customer,
            String nameServer,
            Collection<MxSet> served,
            long serial,
            OwnMailServers ownServers,
            Instant at) {
        Zone zone = new Zone();
        zone.name = name;
        zone.unicodeName = name.unicodeIfOther().orElse(null);
        zone.customer = customer;
        zone.nameServer = nameServer;
        zone.publication = Publication.live(1, serial, at);
        zone.health = ZoneHealth.of(ZoneHealth.Why.NOT_CHECKED_YET, at);
        zone.replaceSets(served, ownServers, at);
        zone.seen = SeenSets.served(name, zone.mxSets());
        return zone;
    }

    /**
     * Takes the sets of some owners to a new state. An owner that is mapped to nothing loses its set.
     *
     * @return the sets of those owners before, or empty where nothing differs
     */
    Optional<ChangedSets> change(Map<DomainName, Optional<MxSet>> wanted, OwnMailServers ownServers, Instant at) {
        Map<DomainName, MxSet> sets = MxRow.sets(rows, name);
        List<MxSet> before = ChangedSets.of(wanted.keySet(), sets.values());
        wanted.forEach((owner, set) -> set.ifPresentOrElse(s -> sets.put(owner, s), () -> sets.remove(owner)));
        List<MxSet> after = ChangedSets.of(wanted.keySet(), sets.values());
        if (before.equals(after)) {
            return Optional.empty();
        }
        order(at);
        replaceSets(sets.values(), ownServers, at);
        return Optional.of(new ChangedSets(before, after));
    }

    /**
     * The store's sets count, not those that somebody else put at the name server.
     *
     * @return the sets that differ, there before and here after
     */
    ChangedSets keepOurs(Instant at) {
        ChangedSets differing = ChangedSets.between(seen.found(name), mxSets());
        order(at);
        return differing;
    }

    /** What somebody else put at the name server counts from now on; it is live already. */
    ChangedSets adoptTheirs(OwnMailServers ownServers, Instant at) {
        List<MxSet> found = seen.found(name);
        ChangedSets differing = ChangedSets.between(mxSets(), found);
        long serial = publication.serial() == null ? 0 : publication.serial();
        version++;
        seen = seen.decided();
        publication = Publication.live(version, serial, at);
        replaceSets(found, ownServers, at);
        return differing;
    }

    /** Raises the version. Whoever changes a zone that has drifted was shown what the name server holds instead. */
    private void order(Instant at) {
        version++;
        if (publication.hasDrifted()) {
            seen = seen.decided();
        }
        publication = publication.ordered();
        updateHealth(at);
    }

    /** The name server was seen to answer with a version; an older one than is known already is old news. */
    void served(long servedVersion, List<MxSet> sets, long serial, Instant at, boolean everywhere) {
        if (servedVersion < publication.version()) {
            return;
        }
        seen = SeenSets.served(name, sets);
        Publication served = publication.served(servedVersion, serial, at, everywhere);
        publication = served.covers(version) ? served : served.ordered();
        updateHealth(at);
    }

    /** The name server did not take the wanted state; it is tried again. */
    void notServed(String problem, Instant at, int attempts, Instant next, boolean overdue) {
        if (!publication.hasDrifted()) {
            publication = publication.failed(problem, at, attempts, next, overdue);
            updateHealth(at);
        }
    }

    /** All sets of the name server were read, for a version; where the zone has moved on since, that says nothing. */
    void compared(long comparedVersion, List<MxSet> found, long serial, Instant at, boolean overwritten) {
        if (comparedVersion != version) {
            return;
        }
        if (overwritten || !isWanted(found)) {
            seen = seen.found(name, found);
            publication = publication.drifted(serial, at);
            updateHealth(at);
        } else if (publication.isServed() || publication.hasDrifted() && isWanted(seen.found(name))) {
            publication = publication.at(serial);
        } else {
            served(version, found, serial, at, true);
        }
    }

    private boolean isWanted(Collection<MxSet> sets) {
        return Set.copyOf(sets).equals(Set.copyOf(mxSets()));
    }

    /** DNS was asked about each server and about the delegation. What cannot be told takes back nothing that was seen. */
    public void checked(Servers asked, Delegation newDelegation, Instant at) {
        if (asked != Servers.UNTOLD || servers == Servers.NOT_CHECKED) {
            servers = asked;
        }
        delegated(newDelegation, at);
    }

    /** The zone above was asked about the zone. */
    public void delegated(Delegation newDelegation, Instant at) {
        checkedAt = at;
        if (newDelegation != Delegation.UNKNOWN && newDelegation != delegation) {
            delegation = newDelegation;
            delegationSince = at;
        }
        updateHealth(at);
    }

    /** Told by whoever knows the zone's servers over time. */
    void judged(Servers known, Instant at) {
        servers = known;
        updateHealth(at);
    }

    public ZoneSnapshot snapshot() {
        return new ZoneSnapshot(
                id(),
                name,
                customer,
                nameServer,
                version,
                routing,
                mailState(),
                health,
                publication,
                delegation,
                delegationSince,
                List.copyOf(mxSets()),
                lastServed(),
                drift());
    }

    List<MxSet> lastServed() {
        return seen.served(name);
    }

    @Nullable
    Drift drift() {
        Instant since = publication.problemSince();
        return publication.hasDrifted() && since != null ? new Drift(seen.found(name), since) : null;
    }

    public long id() {
        return Optional.ofNullable(id).orElseThrow(() -> new IllegalStateException("not in the store yet: " + name));
    }

    public DomainName name() {
        return name;
    }

    public String customer() {
        return customer;
    }

    public String nameServer() {
        return nameServer;
    }

    public long version() {
        return version;
    }

    public Publication publication() {
        return publication;
    }

    /** All sets, the apex first, then by name. */
    public Collection<MxSet> mxSets() {
        return MxRow.sets(rows, name).values();
    }

    private void replaceSets(Collection<MxSet> sets, OwnMailServers ownServers, Instant at) {
        Set<MxRow> wanted = sets.stream().flatMap(MxRow::of).collect(Collectors.toSet());
        rows.retainAll(wanted);
        rows.addAll(wanted);
        servers = Servers.NOT_CHECKED;
        routing = MailRouting.of(ChangedSets.of(Set.of(name), sets).stream().findFirst(), ownServers);
        updateHealth(at);
    }

    private void updateHealth(Instant at) {
        attention = mailState().ordinal();
        health = health.now(ZoneHealth.Why.of(name, servers, delegation, publication.state(), routing), at);
    }

    public ZoneHealth health() {
        return health;
    }

    public MailRouting routing() {
        return routing;
    }

    public MailState mailState() {
        return MailState.of(servers, delegation, publication.state(), routing);
    }
}
