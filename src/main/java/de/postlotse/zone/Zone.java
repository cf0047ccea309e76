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
    private String customer;
    private String nameServer;
    private long version;

    @Enumerated(EnumType.STRING)
    private MailRouting routing;

    @Embedded
    private Publication publication;

    /** What the name server was last seen to answer with, see {@link MxLines}. */
    private String servedSets = "";

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
        zone.customer = customer;
        zone.nameServer = nameServer;
        zone.version = 1;
        zone.publication = Publication.live(1, serial, at);
        zone.replaceSets(served, ownServers);
        zone.servedSets = zone.lines();
        return zone;
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
        version++;
        replaceSets(sets.values(), ownServers);
        return Optional.of(new ChangedSets(before, after));
    }

    /** The name server was seen to answer with a version; one that is known already, or an older one, is old news. */
    void served(long servedVersion, String sets, long serial, Instant at) {
        if (servedVersion > publication.version()) {
            servedSets = sets;
            publication = Publication.live(servedVersion, serial, at);
            updateAttention();
        }
    }

    /** The name server did not take the wanted state; it is tried again. */
    void notServed(String problem, Instant at, int attempts, Instant next) {
        publication = publication.failed(problem, at, attempts, next);
        updateAttention();
    }

    /** DNS was asked about every server of the zone. */
    void checked(boolean broken, Instant at) {
        checkedAt = at;
        if (broken != (brokenSince != null)) {
            brokenSince = broken ? at : null;
            updateAttention();
        }
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
                List.copyOf(mxSets()),
                MxLines.read(name, servedSets));
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
        if (!publication.covers(version)) {
            return publication.problem() == null ? MailState.PUBLISHING : MailState.NOT_PUBLISHED;
        }
        return switch (routing) {
            case UNSET -> MailState.UNSET;
            case NO_MAIL -> MailState.NO_MAIL;
            case OTHER_SERVERS -> MailState.OTHER_SERVERS;
            case HOSTER -> MailState.HOSTER;
        };
    }
}
