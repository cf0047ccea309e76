package de.postlotse.publishing.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.EDNSOption.Code;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** From the octets of a question to those of its answer, whatever the octets are. */
record Responder(HostedZones zones) {

    private static final Logger LOG = LoggerFactory.getLogger(Responder.class);

    /** Names are compressed with offsets below 16384 only, so larger messages save nothing (RFC 5936 §3.4). */
    private static final int FULL = 16_000;

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
        Message response = ResponseMessage.empty(query, rcode);
        if (rcode == Rcode.NOERROR) {
            new Answerer(zones, question.getType(), response).answer(question.getName());
        }
        return List.of(ResponseMessage.fit(response, edns, rcode, transport.largest(edns)));
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

    /** A whole zone as a row of messages, the SOA first and last (RFC 5936 §2.2). */
    private static List<byte[]> transfer(ZoneData zone, Message query, Edns edns) {
        List<Message> messages = new ArrayList<>(List.of(emptyTransfer(query, edns)));
        int size = 0;
        for (Record record :
                Stream.concat(zone.records(), Stream.of(zone.soa())).toList()) {
            int length = record.toWire(Section.ANSWER).length;
            if (size > 0 && size + length > FULL) {
                messages.add(emptyTransfer(query, edns));
                size = 0;
            }
            messages.getLast().addRecord(record, Section.ANSWER);
            size += length;
        }
        return messages.stream().map(Message::toWire).toList();
    }

    private static Message emptyTransfer(Message query, Edns edns) {
        Message response = ResponseMessage.empty(query, Rcode.NOERROR);
        response.getHeader().setFlag(Flags.AA);
        edns.answerIn(response, Rcode.NOERROR);
        return response;
    }

    /** How a question came. */
    enum Transport {
        UDP,
        TCP,
        /** TCP from a loopback address: this machine may have whole zones. */
        LOCAL_TCP;

        private static final int LARGEST_OVER_TCP = 65_535;

        /** How large an answer may be. */
        int largest(Edns edns) {
            return this == UDP ? edns.largestOverUdp() : LARGEST_OVER_TCP;
        }
    }

    /** The octets that somebody sent, of which nothing is known yet but what the header's fixed places say. */
    private record Packet(byte[] octets) {

        private static final int FLAGS = 2;
        private static final int RCODE = 3;
        private static final int COUNTS = 4;
        private static final int QR = 0x80;
        private static final int OPCODE = 0x78;
        private static final int RD = 0x01;

        /** Whether this may be answered: two servers that answer answers would never end. */
        boolean isQuestion() {
            return octets.length >= Header.LENGTH && (octets[FLAGS] & QR) == 0;
        }

        int opcode() {
            return (octets[FLAGS] & OPCODE) >> 3;
        }

        /** An answer that has a header only, for what cannot be read any further (RFC 1035 §4.1.1). */
        byte[] failure(int rcode) {
            byte[] header = Arrays.copyOf(octets, Header.LENGTH);
            header[FLAGS] = (byte) (QR | header[FLAGS] & (OPCODE | RD));
            header[RCODE] = (byte) rcode;
            Arrays.fill(header, COUNTS, Header.LENGTH, (byte) 0);
            return header;
        }
    }

    /** What a client says of itself beyond the plain header (RFC 6891): at most one OPT record, at the root (§6.1.1). */
    record Edns(List<OPTRecord> options, boolean isMalformed) {

        /** Larger datagrams get fragmented on their way, and fragments get lost (DNS flag day 2020). */
        private static final int LARGEST_DATAGRAM = 1232;

        /** What every client takes (RFC 1035 §4.2.1). */
        private static final int SMALLEST_DATAGRAM = 512;

        private static final int OPTION_HEAD = 4;
        private static final int LLQ_LENGTH = 18;
        private static final int VERSION = 0;
        private static final int DO = 1 << 15;

        static Edns of(Message query) {
            List<OPTRecord> found = IntStream.rangeClosed(Section.ANSWER, Section.ADDITIONAL)
                    .mapToObj(query::getSection)
                    .flatMap(List::stream)
                    .filter(OPTRecord.class::isInstance)
                    .map(OPTRecord.class::cast)
                    .toList();
            boolean one = found.equals(query.getSection(Section.ADDITIONAL).stream()
                            .filter(OPTRecord.class::isInstance)
                            .toList())
                    && found.size() <= 1
                    && found.stream().allMatch(option -> option.getName().equals(Name.root));
            boolean sound = found.stream()
                    .flatMap(option -> option.getOptions().stream())
                    .noneMatch(Edns::isMalformed);
            return one ? new Edns(found, !sound) : new Edns(List.of(), true);
        }

        /** What dnsjava takes as it comes, and BIND does not. */
        private static boolean isMalformed(EDNSOption option) {
            int length = option.toWire().length - OPTION_HEAD;
            return switch (option.getCode()) {
                case Code.CLIENT_SUBNET ->
                    option instanceof ClientSubnetOption subnet && subnet.getScopePrefixLength() != 0;
                case Code.LLQ -> length != LLQ_LENGTH;
                case Code.EDNS_EXPIRE -> length != 0 && length != Integer.BYTES;
                case Code.EDNS_KEY_TAG -> length == 0 || length % Short.BYTES != 0;
                case Code.EDNS_CLIENT_TAG, Code.EDNS_SERVER_TAG -> length != Short.BYTES;
                default -> false;
            };
        }

        boolean isOfUnknownVersion() {
            return options.stream().anyMatch(option -> option.getVersion() != VERSION);
        }

        int largestOverUdp() {
            return options.stream()
                    .findFirst()
                    .map(option -> Math.clamp(option.getPayloadSize(), SMALLEST_DATAGRAM, LARGEST_DATAGRAM))
                    .orElse(SMALLEST_DATAGRAM);
        }

        /** Answers an OPT record with one; the DO bit comes back as it was sent (RFC 3225 §3). */
        void answerIn(Message response, int rcode) {
            for (OPTRecord option : options) {
                int flags = option.getFlags() & DO;
                response.addRecord(new OPTRecord(LARGEST_DATAGRAM, rcode >> 4, VERSION, flags), Section.ADDITIONAL);
            }
        }
    }
}
