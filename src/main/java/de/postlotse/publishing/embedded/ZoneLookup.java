package de.postlotse.publishing.embedded;

import java.util.List;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Finds what a zone says of a name within it (RFC 1034 §4.3.2 step 3, RFC 4592 §3.3, RFC 6672 §3.2). */
final class ZoneLookup {

    private ZoneLookup() {}

    static Match find(ZoneData zone, Name name, int type) {
        Barrier barrier = zone.barrierTo(name);
        return switch (barrier) {
            case null -> withinZone(zone, name, type);
            case Barrier.Cut cut -> atCut(zone, cut, name, type);
            case Barrier.Redirect redirect -> redirected(redirect.dname(), name, type);
        };
    }

    /** The DS record lives on the parent's side of the cut (RFC 4035 §3.1.4.1). */
    private static Match atCut(ZoneData zone, Barrier.Cut cut, Name name, int type) {
        return type == Type.DS && cut.at().equals(name) ? withinZone(zone, name, type) : new Match.Referral(cut);
    }

    private static Match withinZone(ZoneData zone, Name name, int type) {
        Node node = zone.node(name);
        if (!node.isEmpty()) {
            return atNode(node.all(), type);
        }
        return zone.exists(name) ? new Match.NoData() : byWildcard(zone, name, type);
    }

    private static Match atNode(List<Record> records, int type) {
        if (type == Type.ANY) {
            return new Match.Found(records);
        }
        if (type != Type.CNAME && records.getFirst() instanceof CNAMERecord alias) {
            return new Match.Alias(records, alias.getTarget());
        }
        List<Record> found =
                records.stream().filter(record -> record.getType() == type).toList();
        return found.isEmpty() ? new Match.NoData() : new Match.Found(found);
    }

    /** Only a wildcard directly below the closest name that exists applies (RFC 4592 §3.3.1). */
    private static Match byWildcard(ZoneData zone, Name name, int type) {
        int missing = 1;
        while (!zone.exists(new Name(name, missing))) {
            missing++;
        }
        Name wildcard = name.wild(missing);
        Node source = zone.node(wildcard);
        if (source.isEmpty()) {
            return zone.exists(wildcard) ? new Match.NoData() : new Match.NoName();
        }
        return atNode(source.all().stream().map(record -> record.withName(name)).toList(), type);
    }

    /** A DNAME answers with itself and a CNAME made for the name asked, with the same TTL (RFC 6672 §3.1). */
    private static Match redirected(DNAMERecord dname, Name name, int type) {
        try {
            Name target = name.fromDNAME(dname);
            List<Record> records = List.of(dname, new CNAMERecord(name, DClass.IN, dname.getTTL(), target));
            return type == Type.CNAME || type == Type.ANY ? new Match.Found(records) : new Match.Alias(records, target);
        } catch (NameTooLongException e) {
            return new Match.TooLong(dname);
        }
    }
}
