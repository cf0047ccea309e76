package de.postlotse.publishing.embedded;

import java.util.Collection;
import java.util.Set;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** What records must keep to so that they make a zone; other name servers do not load such zones either. */
final class ZoneRules {

    /** Whoever changes a record of a signed zone must sign it again, and this server cannot. */
    private static final Set<Integer> SIGNED = Set.of(Type.RRSIG, Type.NSEC, Type.NSEC3);

    private ZoneRules() {}

    static void check(Name apex, Collection<Record> records) throws BrokenZoneException {
        for (Record record : records) {
            check(apex, record);
        }
        if (records.stream().filter(record -> record.getType() == Type.SOA).count() != 1) {
            throw new BrokenZoneException("the zone needs exactly one SOA record (RFC 1035 §5.2)");
        }
        if (records.stream()
                .noneMatch(record ->
                        record.getType() == Type.NS && record.getName().equals(apex))) {
            throw new BrokenZoneException("the zone has no NS record at its apex (RFC 1034 §4.2.1)");
        }
    }

    private static void check(Name apex, Record record) throws BrokenZoneException {
        if (!record.getName().subdomain(apex)) {
            throw new BrokenZoneException("outside the zone " + apex + ": " + record);
        }
        if (record.getDClass() != DClass.IN) {
            throw new BrokenZoneException("not of class IN: " + record);
        }
        if (SIGNED.contains(record.getType())) {
            throw new BrokenZoneException("signed zones are not supported: " + record);
        }
        if (record.getType() == Type.SOA && !record.getName().equals(apex)) {
            throw new BrokenZoneException("the SOA record is not at the apex: " + record);
        }
    }

    /** An alias stands alone (RFC 2181 §10.1), and there is one DNAME at most (RFC 6672 §2.4). */
    static void check(Name owner, Node node) throws BrokenZoneException {
        if (node.has(Type.CNAME) && node.all().size() > 1) {
            throw new BrokenZoneException("CNAME and other records at " + owner);
        }
        if (node.set(Type.DNAME).size() > 1) {
            throw new BrokenZoneException("more than one DNAME at " + owner);
        }
    }

    /** Records that make no zone which a name server could serve; the message says which one and why. */
    static class BrokenZoneException extends Exception {

        BrokenZoneException(String message) {
            super(message);
        }
    }
}
