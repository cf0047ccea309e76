package de.postlotse.publishing.embedded;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** From the octets of a question to those of its answer, whatever the octets are. */
final class Responder {

    private static final Logger LOG = LoggerFactory.getLogger(Responder.class);

    private final Zones zones;
    private final Answerer answerer;

    Responder(Zones zones) {
        this.zones = zones;
        this.answerer = new Answerer(zones);
    }

    /** The messages to send back; none where the packet is no question, or has not even a whole header. */
    List<byte[]> respond(byte[] octets, Transport transport) {
        Packet packet = new Packet(octets);
        if (!packet.isQuestion()) {
            return List.of();
        }
        if (packet.opcode() != Opcode.QUERY) {
            return List.of(packet.failure(Rcode.NOTIMP));
        }
        Message query;
        try {
            query = new Message(octets);
        } catch (IOException | RuntimeException e) {
            return List.of(packet.failure(Rcode.FORMERR));
        }
        try {
            return respond(query, transport);
        } catch (RuntimeException e) {
            LOG.warn("Cannot answer a question over {}", transport, e);
            return List.of(packet.failure(Rcode.SERVFAIL));
        }
    }

    private List<byte[]> respond(Message query, Transport transport) {
        Edns edns = Edns.of(query);
        int rcode = judge(query, edns);
        Record question = query.getQuestion();
        if (rcode == Rcode.NOERROR && question.getType() == Type.AXFR) {
            HostedZone zone = zones.at(question.getName());
            if (transport == Transport.LOCAL_TCP && zone != null) {
                return transfer(zone.data(), query, edns);
            }
            // RFC 5936 §2.2.1
            rcode = transport == Transport.LOCAL_TCP ? Rcode.NOTAUTH : Rcode.REFUSED;
        }
        Message response = Reply.empty(query, rcode);
        if (rcode == Rcode.NOERROR) {
            answerer.answer(question, response);
        }
        return List.of(Reply.fit(response, edns, rcode, transport.largest(edns)));
    }

    /** Refuses what no zone is needed for to refuse it. */
    private static int judge(Message query, Edns edns) {
        // Two questions have no meaning that servers agree on (RFC 9619 §4).
        if (query.getSection(Section.QUESTION).size() != 1 || edns.isMalformed()) {
            return Rcode.FORMERR;
        }
        if (edns.isOfUnknownVersion()) {
            return Rcode.BADVERS;
        }
        Record question = query.getQuestion();
        if (question.getDClass() != DClass.IN || question.getType() == Type.IXFR) {
            return Rcode.REFUSED;
        }
        return isMeta(question.getType()) ? Rcode.NOTIMP : Rcode.NOERROR;
    }

    /** Types that no record in a zone has (RFC 6895 §3.1), but for the two that we understand. */
    private static boolean isMeta(int type) {
        return type == Type.OPT || (type >= 128 && type <= 255 && type != Type.AXFR && type != Type.ANY);
    }

    private static List<byte[]> transfer(ZoneData zone, Message query, Edns edns) {
        return ZoneTransfer.of(zone, () -> emptyTransfer(query, edns)).stream()
                .map(Message::toWire)
                .toList();
    }

    private static Message emptyTransfer(Message query, Edns edns) {
        Message response = Reply.empty(query, Rcode.NOERROR);
        response.getHeader().setFlag(Flags.AA);
        edns.answerIn(response, Rcode.NOERROR);
        return response;
    }
}
