package de.postlotse.publishing.dnsupdate;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Reads zones of a server, signed: what is not verified might be anybody's. */
final class ZoneAccess {

    private static final int TRANSFER_TIMEOUTS = 12;

    private final Connections connections;
    private final TsigKey key;
    private final Refusals refusals;
    private final ServerSoftware software = new ServerSoftware();

    ZoneAccess(Connections connections, TsigKey key, Refusals refusals) {
        this.connections = connections;
        this.key = key;
        this.refusals = refusals;
    }

    Conversation begin() {
        return new Conversation(connections, key);
    }

    Refusals refusals() {
        return refusals;
    }

    boolean isPowerDns(Conversation conversation) {
        return software.isPowerDns(conversation);
    }

    /** The zone's SOA record as the server answers with now. */
    SOARecord look(Conversation conversation, DomainName zone) {
        Conversation.Reply reply = answer(conversation, zone, zone, Type.SOA);
        if (!reply.message().getHeader().getFlag(Flags.AA)) {
            throw refusals.notServed(zone);
        }
        return reply.message().getSection(Section.ANSWER).stream()
                .filter(record -> record.getName().equals(zone.toName()))
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .findFirst()
                .orElseThrow(() -> refusals.notServed(zone));
    }

    /** The MX set of one owner as the server answers with now, with the time-to-live that no prerequisite tells. */
    Optional<MxSet> look(Conversation conversation, DomainName zone, DomainName owner) {
        Conversation.Reply reply = answer(conversation, zone, owner, Type.MX);
        return MxSet.in(reply.message().getSection(Section.ANSWER), owner);
    }

    private Conversation.Reply answer(Conversation conversation, DomainName zone, DomainName name, int type) {
        Conversation.Reply reply = ask(conversation, name, type);
        if (!reply.isProof() || reply.rcode() != Rcode.NOERROR && reply.rcode() != Rcode.NXDOMAIN) {
            throw refusals.of(zone, reply);
        }
        return reply;
    }

    /** Asks whatever one may ask twice. */
    Conversation.Reply ask(Conversation conversation, DomainName name, int type) {
        try {
            return conversation.ask(query(name, type));
        } catch (IOException e) {
            throw refusals.unreachable(e);
        }
    }

    /** Reads the zone by zone transfer. */
    ZoneContent read(DomainName zone, Set<DomainName> owners) {
        ZoneContent content =
                new ZoneContent(zone, owners, connections.timeout().multipliedBy(TRANSFER_TIMEOUTS));
        try (Conversation conversation = begin()) {
            Conversation.Reply reply = conversation.transfer(query(zone, Type.AXFR), content);
            if (!reply.isProof() || reply.rcode() != Rcode.NOERROR) {
                look(conversation, zone);
                throw refusals.noTransfer(zone);
            }
            return content;
        } catch (IOException e) {
            throw content.hasSoa() ? refusals.unreadable(zone, e) : refusals.unreachable(e);
        }
    }

    private static Message query(DomainName zone, int type) {
        Message query = Message.newQuery(Record.newRecord(zone.toName(), type, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        return query;
    }
}
