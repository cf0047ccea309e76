package de.postlotse.publishing.powerdns;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.server.NameServerException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A change of exactly the MX sets that differ, which PowerDNS makes as a whole or not at all. Where the zone has no
 * SOA-EDIT-API (as every zone that {@code pdnsutil} loaded), PowerDNS leaves the serial to whoever changes the zone,
 * and secondaries would never notice; then the SOA with the next serial is part of the change.
 */
record MxPatch(List<ApiZone.RRset> rrsets) {

    private static final String MX = "MX";
    private static final String REPLACE = "REPLACE";
    private static final String DELETE = "DELETE";
    private static final int SOA_FIELDS = 7;
    private static final int SERIAL = 2;
    private static final long LARGEST_SERIAL = 0xFFFF_FFFFL;

    /**
     * What has to change, the empty list where nothing differs.
     *
     * @throws NameServerException where a set has no place in the zone
     */
    static MxPatch of(DomainName zone, ApiZone content, Collection<MxSet> wanted) {
        ServedMx served = ServedMx.of(zone, content);
        Set<DomainName> owners = new HashSet<>();
        for (MxSet set : wanted) {
            if (!served.isAuthoritative(set.owner()) || !owners.add(set.owner())) {
                throw new NameServerException(
                        NameServerException.Reason.REFUSED,
                        "no place for MX records at " + set.owner() + " in " + zone);
            }
        }
        List<ApiZone.RRset> changes = new ArrayList<>();
        wanted.stream()
                .filter(set -> !served.has(set))
                .map(set -> replacement(set, content))
                .forEach(changes::add);
        served.sets().stream()
                .filter(set -> !owners.contains(set.owner()))
                .map(set -> removal(set, content))
                .forEach(changes::add);
        if (!changes.isEmpty() && content.leavesSerialToUs()) {
            changes.addAll(withNextSerial(content));
        }
        return new MxPatch(List.copyOf(changes));
    }

    boolean isEmpty() {
        return rrsets.isEmpty();
    }

    private static ApiZone.RRset replacement(MxSet set, ApiZone content) {
        Stream<ApiZone.Entry> records =
                set.records().stream().map(MxRecord::toString).map(text -> new ApiZone.Entry(text, false));
        List<ApiZone.Entry> all =
                Stream.concat(records, disabled(set, content).stream()).toList();
        return new ApiZone.RRset(absolute(set.owner()), MX, set.ttl().seconds(), REPLACE, all);
    }

    private static ApiZone.RRset removal(MxSet set, ApiZone content) {
        List<ApiZone.Entry> kept = disabled(set, content);
        return new ApiZone.RRset(
                absolute(set.owner()), MX, set.ttl().seconds(), kept.isEmpty() ? DELETE : REPLACE, kept);
    }

    /** What somebody has disabled at the server is not ours to throw away; it cannot be there enabled as well. */
    private static List<ApiZone.Entry> disabled(MxSet set, ApiZone content) {
        List<String> wanted = set.records().stream().map(MxRecord::toString).toList();
        return content.rrsets().stream()
                .filter(other ->
                        other.type().equals(MX) && DomainName.of(other.name()).equals(set.owner()))
                .flatMap(other -> other.records().stream())
                .filter(entry -> entry.disabled() && !wanted.contains(entry.content()))
                .distinct()
                .toList();
    }

    private static List<ApiZone.RRset> withNextSerial(ApiZone content) {
        return content.rrsets().stream()
                .filter(set -> set.type().equals("SOA") && set.enabled().size() == 1)
                .map(soa -> new ApiZone.RRset(
                        soa.name(),
                        "SOA",
                        soa.ttl(),
                        REPLACE,
                        List.of(new ApiZone.Entry(
                                withNextSerial(soa.enabled().getFirst().content()), false))))
                .toList();
    }

    /** The next number, which keeps whatever scheme the operator has; 0 is left out as some secondaries misread it. */
    private static String withNextSerial(String soa) {
        String[] fields = soa.strip().split("\\s+");
        if (fields.length != SOA_FIELDS) {
            return soa;
        }
        long serial = Long.parseLong(fields[SERIAL]);
        fields[SERIAL] = Long.toString(serial >= LARGEST_SERIAL ? 1 : serial + 1);
        return String.join(" ", fields);
    }

    private static String absolute(DomainName name) {
        return name.isRoot() ? "." : name + ".";
    }
}
