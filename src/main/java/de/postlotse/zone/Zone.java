package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A zone that Postlotse looks after, with the MX sets its customer wants. Every change goes through a method that
 * raises the version and keeps what lists sort by in step.
 */
@Entity
@DynamicUpdate
class Zone {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private DomainName name;

    /** The name as it is shown, where that is not the name itself: searches find either. */
    private @Nullable String unicodeName;

    private String customer;
    private String nameServer;
    private long version;

    @Enumerated(EnumType.STRING)
    private MailRouting routing;

    @Embedded
    private Publication publication;

    /** What the name server was last seen to answer with, see {@link MxLines}. */
    private String servedSets = "";

    /** What somebody else put there, while the publication has drifted. */
    private String foundSets = "";

    @Enumerated(EnumType.STRING)
    private Delegation delegation = Delegation.UNKNOWN;

    private @Nullable Instant delegationSince;

    /** When the name server is to be compared with the store again. */
    private Instant compareAt = Instant.EPOCH;

    private @Nullable Instant brokenSince;
    private @Nullable Instant checkedAt;

    /** The {@link MailState}'s place in the order of lists, worst first. */
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
        zone.unicodeName = unicodeName(name).orElse(null);
        zone.customer = customer;
        zone.nameServer = nameServer;
        zone.version = 1;
        zone.publication = Publication.live(1, serial, at);
        zone.replaceSets(served, ownServers);
        zone.servedSets = zone.lines();
        return zone;
    }

    /** A name as it is shown, or empty where that is the name itself. */
    static Optional<String> unicodeName(DomainName name) {
        return Optional.of(name.toUnicode()).filter(shown -> !shown.equals(name.toString()));
    }

    /**
     * Takes the sets of some owners to a new state. An owner that is mapped to nothing loses its set.
     *
     * @return the sets of those owners before, or empty where nothing differs
     */
    Optional<ChangedSets> change(Map<DomainName, Optional<MxSet>> wanted, OwnMailServers ownServers) {
        Map<DomainName, MxSet> sets = setsByOwner();
        List<MxSet> before = sets.values().stream()
                .filter(set -> wanted.containsKey(set.owner()))
                .toList();
        wanted.forEach((owner, set) -> set.ifPresentOrElse(s -> sets.put(owner, s), () -> sets.remove(owner)));
        List<MxSet> after = sets.values().stream()
                .filter(set -> wanted.containsKey(set.owner()))
                .toList();
        if (before.equals(after)) {
            return Optional.empty();
        }
        order();
        replaceSets(sets.values(), ownServers);
        return Optional.of(new ChangedSets(before, after));
    }

    /**
     * The store's sets count, not those that somebody else put at the name server.
     *
     * @return the sets that differ, there before and here after
     */
    ChangedSets keepOurs() {
        ChangedSets differing = ChangedSets.between(foundSets(), List.copyOf(mxSets()));
        order();
        return differing;
    }

    /** What somebody else put at the name server counts from now on; it is live already. */
    ChangedSets adoptTheirs(OwnMailServers ownServers, Instant at) {
        List<MxSet> found = foundSets();
        ChangedSets differing = ChangedSets.between(List.copyOf(mxSets()), found);
        long serial = publication.serial() == null ? 0 : publication.serial();
        version++;
        servedSets = foundSets;
        foundSets = "";
        publication = Publication.live(version, serial, at);
        replaceSets(found, ownServers);
        return differing;
    }

    /** Raises the version. Whoever changes a zone that has drifted was shown what the name server holds instead. */
    private void order() {
        version++;
        if (hasDrifted()) {
            servedSets = foundSets;
            foundSets = "";
        }
        publication = publication.ordered();
        updateAttention();
    }

    /** The name server was seen to answer with a version; an older one than is known already is old news. */
    void served(long servedVersion, List<MxSet> sets, long serial, Instant at, boolean everywhere) {
        if (servedVersion < publication.version()) {
            return;
        }
        servedSets = MxLines.write(name, sets);
        foundSets = "";
        Publication served = publication.served(servedVersion, serial, at, everywhere);
        publication = served.covers(version) ? served : served.ordered();
        updateAttention();
    }

    /** The name server did not take the wanted state; it is tried again. */
    void notServed(String problem, Instant at, int attempts, Instant next, boolean overdue) {
        if (!hasDrifted()) {
            publication = publication.failed(problem, at, attempts, next, overdue);
            updateAttention();
        }
    }

    /** All sets of the name server were read, for a version; where the zone has moved on since, that says nothing. */
    void compared(long comparedVersion, List<MxSet> found, long serial, Instant at) {
        if (comparedVersion != version) {
            return;
        }
        if (Set.copyOf(found).equals(Set.copyOf(mxSets()))) {
            foundAsWanted(found, serial, at);
        } else {
            foundSets = MxLines.write(name, found);
            publication = publication.drifted(serial, at);
            updateAttention();
        }
    }

    private void foundAsWanted(List<MxSet> found, long serial, Instant at) {
        if (publication.state() == PublicationState.LIVE || publication.state() == PublicationState.SPREADING) {
            publication = publication.at(serial);
        } else {
            served(version, found, serial, at, true);
        }
    }

    /** DNS was asked about every server of the zone, and the zone above about the zone itself. */
    void checked(boolean broken, Delegation newDelegation, Instant at) {
        judged(broken, at);
        delegated(newDelegation, at);
    }

    /** The zone above was asked about the zone. */
    void delegated(Delegation newDelegation, Instant at) {
        checkedAt = at;
        if (newDelegation != Delegation.UNKNOWN && newDelegation != delegation) {
            delegation = newDelegation;
            delegationSince = at;
        }
        updateAttention();
    }

    /** Whether mail is lost, told by whoever knows the zone's servers. */
    void judged(boolean broken, Instant at) {
        if (broken != (brokenSince != null)) {
            brokenSince = broken ? at : null;
            updateAttention();
        }
    }

    /** Whether something is wrong with the zone that support looks at: mail is lost, or the world sees something else. */
    boolean isAtFault() {
        return switch (mailState()) {
            case BROKEN, DRIFTED, NOT_PUBLISHED, NOT_DELEGATED -> true;
            case PUBLISHING, UNSET, NO_MAIL, OTHER_SERVERS, HOSTER -> false;
        };
    }

    ZoneSnapshot snapshot() {
        return new ZoneSnapshot(
                id(),
                name,
                customer,
                nameServer,
                version,
                routing,
                mailState(),
                publication,
                delegation,
                delegationSince,
                List.copyOf(mxSets()),
                lastServed(),
                drift());
    }

    List<MxSet> lastServed() {
        return MxLines.read(name, servedSets);
    }

    @Nullable
    Drift drift() {
        Instant since = publication.problemSince();
        return hasDrifted() && since != null ? new Drift(foundSets(), since) : null;
    }

    private boolean hasDrifted() {
        return publication.state() == PublicationState.DRIFTED;
    }

    private List<MxSet> foundSets() {
        return MxLines.read(name, foundSets);
    }

    WaitingZone waiting() {
        return new WaitingZone(id(), name, customer, nameServer, publication);
    }

    ZoneLine line() {
        return new ZoneLine(id(), name, customer, mailState(), attention);
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not in the store yet: " + name);
        }
        return id;
    }

    DomainName name() {
        return name;
    }

    String customer() {
        return customer;
    }

    String nameServer() {
        return nameServer;
    }

    long version() {
        return version;
    }

    Publication publication() {
        return publication;
    }

    /** All sets, the apex first, then by name. */
    Collection<MxSet> mxSets() {
        return setsByOwner().values();
    }

    private Map<DomainName, MxSet> setsByOwner() {
        Map<DomainName, MxSet> sets = new TreeMap<>(Comparator.comparing((DomainName owner) -> !owner.equals(name))
                .thenComparing(Comparator.naturalOrder()));
        rows.stream().collect(Collectors.groupingBy(MxRow::owner)).forEach((owner, ofOwner) -> {
            List<MxRecord> records = ofOwner.stream().map(MxRow::record).toList();
            sets.put(owner, MxSet.of(owner, ofOwner.getFirst().setTtl(), records));
        });
        return sets;
    }

    private void replaceSets(Collection<MxSet> sets, OwnMailServers ownServers) {
        Set<MxRow> wanted = sets.stream().flatMap(MxRow::of).collect(Collectors.toSet());
        rows.retainAll(wanted);
        rows.addAll(wanted);
        routing = MailRouting.of(
                sets.stream().filter(set -> set.owner().equals(name)).findFirst(), ownServers);
        updateAttention();
    }

    private String lines() {
        return MxLines.write(name, List.copyOf(mxSets()));
    }

    private void updateAttention() {
        attention = mailState().ordinal();
    }

    MailState mailState() {
        if (brokenSince != null) {
            return MailState.BROKEN;
        }
        if (delegation == Delegation.ELSEWHERE || delegation == Delegation.NONE) {
            return MailState.NOT_DELEGATED;
        }
        return switch (publication.state()) {
            case DRIFTED -> MailState.DRIFTED;
            case OVERDUE -> MailState.NOT_PUBLISHED;
            case ORDERED, SPREADING, FAILING -> MailState.PUBLISHING;
            case LIVE ->
                switch (routing) {
                    case UNSET -> MailState.UNSET;
                    case NO_MAIL -> MailState.NO_MAIL;
                    case OTHER_SERVERS -> MailState.OTHER_SERVERS;
                    case HOSTER -> MailState.HOSTER;
                };
        };
    }
}
