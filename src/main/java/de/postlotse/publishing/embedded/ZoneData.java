package de.postlotse.publishing.embedded;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/**
 * All records of a zone at one moment. It never changes, so a question sees one state of the zone however long its
 * answer takes; a change is a new object.
 */
final class ZoneData {

    private final Name apex;

    /** In canonical order (RFC 4034 §6.1): what lies below a name follows it at once. */
    private final NavigableMap<Name, Node> nodes;

    private final SOARecord soa;

    private ZoneData(Name apex, NavigableMap<Name, Node> nodes) {
        this.apex = apex;
        this.nodes = nodes;
        this.soa =
                (SOARecord) nodes.getOrDefault(apex, Node.EMPTY).set(Type.SOA).getFirst();
    }

    static ZoneData of(Name apex, Collection<Record> records) throws ZoneRules.BrokenZoneException {
        ZoneRules.check(apex, records);
        NavigableMap<Name, Node> nodes = records.stream()
                .collect(Collectors.groupingBy(
                        Record::getName, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), Node::of)));
        for (var node : nodes.entrySet()) {
            ZoneRules.check(node.getKey(), node.getValue());
        }
        return new ZoneData(apex, nodes);
    }

    Name apex() {
        return apex;
    }

    SOARecord soa() {
        return soa;
    }

    /** The record sets of a name; an empty node where it has none. */
    Node node(Name name) {
        return nodes.getOrDefault(name, Node.EMPTY);
    }

    NavigableMap<Name, Node> nodes() {
        return nodes;
    }

    /** Whether a name has records or is an empty non-terminal: something below it has (RFC 4592 §2.2.2). */
    boolean exists(Name name) {
        Name next = nodes.ceilingKey(name);
        return next != null && next.subdomain(name);
    }

    /** The topmost thing that takes a name away from this zone, or null where the zone answers for it itself. */
    @Nullable
    Cut cutAbove(Name name) {
        for (int depth = name.labels() - apex.labels(); depth >= 0; depth--) {
            Name at = new Name(name, depth);
            Node node = node(at);
            if (node.has(Type.NS) && !at.equals(apex)) {
                return new Cut.Delegation(at, node.set(Type.NS));
            }
            if (node.has(Type.DNAME) && depth > 0) {
                return new Cut.Redirection((DNAMERecord) node.set(Type.DNAME).getFirst());
            }
        }
        return null;
    }

    /** Whether the zone itself answers for a name within it: no delegation and no DNAME stands before it. */
    boolean isAuthoritativeFor(Name name) {
        return name.subdomain(apex) && cutAbove(name) == null;
    }

    /** This zone with other nodes; those without a record vanish. */
    ZoneData with(NavigableMap<Name, Node> changed) {
        NavigableMap<Name, Node> next = new TreeMap<>(changed);
        next.values().removeIf(Node::isEmpty);
        return new ZoneData(apex, next);
    }

    /** Every record, the SOA first, as a master file and a zone transfer want it. */
    Stream<Record> records() {
        return Stream.concat(
                Stream.of(soa),
                nodes.values().stream()
                        .flatMap(node -> node.all().stream())
                        .filter(record -> record.getType() != Type.SOA));
    }

    /** What ends a zone's authority on the way from its apex down to a name. */
    sealed interface Cut {

        /** At and below this name other name servers answer (RFC 1034 §4.2.1). */
        record Delegation(Name at, List<Record> nameServers) implements Cut {}

        /** Everything below this record's owner, but not the owner itself, lives elsewhere (RFC 6672 §2.4). */
        record Redirection(DNAMERecord dname) implements Cut {}
    }
}
