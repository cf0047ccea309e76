package de.postlotse.publishing.powerdns;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Preference;
import de.postlotse.dns.Ttl;
import de.postlotse.publishing.server.NameServerException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The MX sets that a zone answers with: not what is disabled, nor what lies at or below a delegation. Names in another
 * case are the same names, so a record that is there twice is one.
 */
final class ServedMx {

    private static final String MX = "MX";

    private final DomainName zone;
    private final Set<DomainName> cuts;
    private final Map<DomainName, MxSet> sets = new LinkedHashMap<>();

    private ServedMx(DomainName zone, ApiZone content) {
        this.zone = zone;
        this.cuts = content.rrsets().stream()
                .filter(set -> set.type().equals("NS") && !set.enabled().isEmpty())
                .map(set -> DomainName.of(set.name()))
                .filter(owner -> !owner.equals(zone))
                .collect(Collectors.toSet());
        content.rrsets().stream()
                .filter(set -> set.type().equals(MX) && !set.enabled().isEmpty())
                .map(ServedMx::toSet)
                .filter(set -> isAuthoritative(set.owner()))
                .forEach(set -> sets.merge(set.owner(), set, ServedMx::merge));
    }

    /** @throws NameServerException where the zone holds something that is no MX record */
    static ServedMx of(DomainName zone, ApiZone content) {
        try {
            return new ServedMx(zone, content);
        } catch (IllegalArgumentException e) {
            throw new NameServerException(
                    NameServerException.Reason.REFUSED, "PowerDNS holds an MX record of " + zone + " that is none", e);
        }
    }

    Collection<MxSet> sets() {
        return List.copyOf(sets.values());
    }

    boolean isExactly(Collection<MxSet> others) {
        return Set.copyOf(sets.values()).equals(Set.copyOf(others));
    }

    boolean has(MxSet set) {
        return set.equals(sets.get(set.owner()));
    }

    /** Whether the name is the zone's own: in it, and not delegated. */
    boolean isAuthoritative(DomainName owner) {
        return owner.isAtOrBelow(zone) && cuts.stream().noneMatch(owner::isAtOrBelow);
    }

    private static MxSet toSet(ApiZone.RRset set) {
        List<MxRecord> records =
                set.enabled().stream().map(entry -> toRecord(entry.content())).toList();
        return MxSet.of(DomainName.of(set.name()), Ttl.received(set.ttl()), records);
    }

    private static MxRecord toRecord(String content) {
        String[] parts = content.strip().split("\\s+");
        if (parts.length != 2) {
            throw new IllegalArgumentException("not two parts");
        }
        return new MxRecord(new Preference(Integer.parseInt(parts[0])), DomainName.of(parts[1]));
    }

    private static MxSet merge(MxSet one, MxSet other) {
        List<MxRecord> both = List.of(one, other).stream()
                .flatMap(set -> set.records().stream())
                .toList();
        return MxSet.of(one.owner(), one.ttl(), both);
    }
}
