package de.postlotse.publishing.embedded;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Answers a question from the zones: RFC 1034 §4.3.2 for a server that never asks others. */
final class Answerer {

    /** Longer chains of aliases are cut off; no resolver follows them either. */
    private static final int LONGEST_CHAIN = 16;

    private final Zones zones;

    Answerer(Zones zones) {
        this.zones = zones;
    }

    /** Fills the response to a question of class IN. */
    void answer(Record question, Message response) {
        Name name = question.getName();
        int type = question.getType();
        ZoneData zone = zones.answering(name, type);
        if (zone == null) {
            response.getHeader().setRcode(Rcode.REFUSED);
            return;
        }
        response.getHeader().setFlag(Flags.AA);
        Set<Name> visited = new HashSet<>();
        while (zone != null && visited.add(name) && visited.size() <= LONGEST_CHAIN) {
            Name next = step(zone, ZoneLookup.find(zone, name, type), response);
            if (next == null) {
                return;
            }
            name = next;
            zone = zones.answering(name, type);
        }
    }

    /** Adds what one zone says; returns the name at which the answer goes on, or null at its end. */
    private @Nullable Name step(ZoneData zone, Match match, Message response) {
        switch (match) {
            case Match.Found found -> {
                add(found.records(), response, Section.ANSWER);
                addAddresses(found.records(), response);
            }
            case Match.Alias alias -> {
                add(alias.records(), response, Section.ANSWER);
                return alias.target();
            }
            case Match.Referral referral -> refer(zone, referral.cut(), response);
            case Match.NoData none -> add(List.of(negative(zone.soa())), response, Section.AUTHORITY);
            // After an alias the code is that of the last name (RFC 6604 §3).
            case Match.NoName none -> {
                response.getHeader().setRcode(Rcode.NXDOMAIN);
                add(List.of(negative(zone.soa())), response, Section.AUTHORITY);
            }
            case Match.TooLong tooLong -> {
                response.getHeader().setRcode(Rcode.YXDOMAIN);
                add(List.of(tooLong.dname()), response, Section.ANSWER);
            }
        }
        return null;
    }

    /** Names the child's servers, with their addresses where these lie in this zone (RFC 1034 §4.2.1). */
    private static void refer(ZoneData zone, Barrier.Cut cut, Message response) {
        if (response.getSection(Section.ANSWER).isEmpty()) {
            response.getHeader().unsetFlag(Flags.AA);
        }
        add(cut.nameServers(), response, Section.AUTHORITY);
        for (Record server : cut.nameServers()) {
            Name host = server.getAdditionalName();
            if (host.subdomain(zone.apex()) && !(zone.barrierTo(host) instanceof Barrier.Redirect)) {
                addAddresses(zone.node(host), response);
            }
        }
    }

    /** Spares the client of an MX, NS or SRV question the next one, where we know (RFC 1035 §3.3.9). */
    private void addAddresses(List<Record> records, Message response) {
        for (Record record : records) {
            Name host = record.getAdditionalName();
            ZoneData zone = host == null ? null : zones.answering(host, Type.A);
            if (host != null && zone != null && zone.isAuthoritativeFor(host)) {
                addAddresses(zone.node(host), response);
            }
        }
    }

    private static void addAddresses(Node node, Message response) {
        add(node.set(Type.A), response, Section.ADDITIONAL);
        add(node.set(Type.AAAA), response, Section.ADDITIONAL);
    }

    private static void add(List<? extends Record> records, Message response, int section) {
        for (Record record : records) {
            if (!response.findRecord(record)) {
                response.addRecord(record, section);
            }
        }
    }

    /** The SOA with the time for which "there is none" may be kept (RFC 2308 §3). */
    private static SOARecord negative(SOARecord soa) {
        return new SOARecord(
                soa.getName(),
                DClass.IN,
                Math.min(soa.getTTL(), soa.getMinimum()),
                soa.getHost(),
                soa.getAdmin(),
                soa.getSerial(),
                soa.getRefresh(),
                soa.getRetry(),
                soa.getExpire(),
                soa.getMinimum());
    }
}
