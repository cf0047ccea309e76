package de.postlotse.publishing.embedded;

import de.postlotse.publishing.server.Soa;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Fills the response to one question of class IN: RFC 1034 §4.3.2 for a server that never asks others. */
record Answerer(HostedZones zones, int type, Message response) {

    /** Longer chains of aliases are cut off; no resolver follows them either. */
    private static final int LONGEST_CHAIN = 16;

    void answer(Name asked) {
        Name name = asked;
        ZoneData zone = zones.answering(name, type);
        if (zone == null) {
            response.getHeader().setRcode(Rcode.REFUSED);
            return;
        }
        response.getHeader().setFlag(Flags.AA);
        Set<Name> visited = new HashSet<>();
        while (zone != null && visited.add(name) && visited.size() <= LONGEST_CHAIN) {
            Name next = step(zone, name);
            if (next == null) {
                return;
            }
            name = next;
            zone = zones.answering(name, type);
        }
    }

    /**
     * Adds what one zone says of one name (RFC 1034 §4.3.2 step 3). The DS record lives on the parent's side of a cut
     * (RFC 4035 §3.1.4.1).
     *
     * @return where an alias leads; null where the answer ends here
     */
    private @Nullable Name step(ZoneData zone, Name name) {
        return switch (zone.cutAbove(name)) {
            case null -> withinZone(zone, name);
            case ZoneData.Cut.Delegation cut ->
                type == Type.DS && cut.at().equals(name) ? withinZone(zone, name) : refer(zone, cut);
            case ZoneData.Cut.Redirection redirection -> redirect(redirection.dname(), name);
        };
    }

    private @Nullable Name withinZone(ZoneData zone, Name name) {
        Node node = zone.node(name);
        if (!node.isEmpty()) {
            return atNode(zone, node.all());
        }
        // An empty non-terminal exists (RFC 8020 §2).
        return zone.exists(name) ? nothing(zone) : byWildcard(zone, name);
    }

    private @Nullable Name atNode(ZoneData zone, List<Record> records) {
        if (type != Type.ANY && type != Type.CNAME && records.getFirst() instanceof CNAMERecord alias) {
            add(records, Section.ANSWER);
            return alias.getTarget();
        }
        List<Record> found = records.stream()
                .filter(record -> type == Type.ANY || record.getType() == type)
                .toList();
        if (found.isEmpty()) {
            return nothing(zone);
        }
        add(found, Section.ANSWER);
        found.forEach(this::addAddresses);
        return null;
    }

    /** Only a wildcard directly below the closest name that exists applies (RFC 4592 §3.3.1). */
    private @Nullable Name byWildcard(ZoneData zone, Name name) {
        int missing = 1;
        while (!zone.exists(new Name(name, missing))) {
            missing++;
        }
        Name wildcard = name.wild(missing);
        List<Record> source = zone.node(wildcard).all();
        if (!source.isEmpty()) {
            return atNode(
                    zone, source.stream().map(record -> record.withName(name)).toList());
        }
        if (!zone.exists(wildcard)) {
            // After an alias the code is that of the last name (RFC 6604 §3).
            response.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        return nothing(zone);
    }

    /** A DNAME answers with itself and a CNAME made for the name asked, with the same TTL (RFC 6672 §3.1). */
    private @Nullable Name redirect(DNAMERecord dname, Name name) {
        add(List.of(dname), Section.ANSWER);
        try {
            Name target = name.fromDNAME(dname);
            add(List.of(new CNAMERecord(name, DClass.IN, dname.getTTL(), target)), Section.ANSWER);
            return type == Type.CNAME || type == Type.ANY ? null : target;
        } catch (NameTooLongException e) {
            // RFC 6672 §2.2
            response.getHeader().setRcode(Rcode.YXDOMAIN);
            return null;
        }
    }

    /** Names the child's servers, with their addresses where these lie in this zone (RFC 1034 §4.2.1). */
    private @Nullable Name refer(ZoneData zone, ZoneData.Cut.Delegation cut) {
        if (response.getSection(Section.ANSWER).isEmpty()) {
            response.getHeader().unsetFlag(Flags.AA);
        }
        add(cut.nameServers(), Section.AUTHORITY);
        for (Record server : cut.nameServers()) {
            Name host = server.getAdditionalName();
            if (host.subdomain(zone.apex()) && !(zone.cutAbove(host) instanceof ZoneData.Cut.Redirection)) {
                addAddresses(zone.node(host));
            }
        }
        return null;
    }

    /** The SOA with the time for which "there is none" may be kept (RFC 2308 §3). */
    private @Nullable Name nothing(ZoneData zone) {
        SOARecord soa = zone.soa();
        add(List.of(Soa.withTtl(soa, Math.min(soa.getTTL(), soa.getMinimum()))), Section.AUTHORITY);
        return null;
    }

    /** Spares the client of an MX, NS or SRV question the next one, where we know (RFC 1035 §3.3.9). */
    private void addAddresses(Record record) {
        Name host = record.getAdditionalName();
        ZoneData zone = host == null ? null : zones.answering(host, Type.A);
        if (host != null && zone != null && zone.isAuthoritativeFor(host)) {
            addAddresses(zone.node(host));
        }
    }

    private void addAddresses(Node node) {
        add(node.set(Type.A), Section.ADDITIONAL);
        add(node.set(Type.AAAA), Section.ADDITIONAL);
    }

    private void add(List<? extends Record> records, int section) {
        for (Record record : records) {
            if (!response.findRecord(record)) {
                response.addRecord(record, section);
            }
        }
    }
}
