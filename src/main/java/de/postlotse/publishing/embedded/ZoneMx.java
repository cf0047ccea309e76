package de.postlotse.publishing.embedded;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.Soa;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** The MX sets of a zone: the only thing in it that is ever changed. Those at or below a cut are not the zone's. */
final class ZoneMx {

    private ZoneMx() {}

    static List<MxSet> of(ZoneData zone) {
        return zone.nodes().entrySet().stream()
                .filter(node -> node.getValue().has(Type.MX) && zone.isAuthoritativeFor(node.getKey()))
                .flatMap(node -> MxSet.in(node.getValue().set(Type.MX), DomainName.of(node.getKey())).stream())
                .toList();
    }

    /**
     * Refuses sets that could never be answered, or that would make a zone which no name server loads.
     *
     * @throws NameServerException for an owner outside the zone, below a delegation or a DNAME, beside a CNAME, or twice
     */
    static void check(ZoneData zone, Collection<MxSet> wanted) {
        Set<DomainName> owners = new HashSet<>();
        for (MxSet set : wanted) {
            Name owner = set.owner().toName();
            if (!zone.isAuthoritativeFor(owner) || zone.node(owner).has(Type.CNAME) || !owners.add(set.owner())) {
                throw new NameServerException(
                        NameServerException.Reason.REFUSED,
                        "no place for MX records at " + set.owner() + " in zone " + zone.apex());
            }
        }
    }

    /** The zone with exactly the wanted sets and another serial. */
    static ZoneData replace(ZoneData zone, Collection<MxSet> wanted, long serial) {
        NavigableMap<Name, Node> nodes = new TreeMap<>(zone.nodes());
        nodes.replaceAll((owner, node) ->
                node.has(Type.MX) && zone.isAuthoritativeFor(owner) ? node.with(Type.MX, List.of()) : node);
        for (MxSet set : wanted) {
            Name owner = set.owner().toName();
            Node node = nodes.getOrDefault(owner, Node.EMPTY);
            nodes.put(owner, node.with(Type.MX, set.toRecords(set.ttl().seconds())));
        }
        Node apex = nodes.getOrDefault(zone.apex(), Node.EMPTY);
        nodes.put(zone.apex(), apex.with(Type.SOA, List.of(Soa.withSerial(zone.soa(), serial))));
        return zone.with(nodes);
    }
}
