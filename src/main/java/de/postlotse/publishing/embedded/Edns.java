package de.postlotse.publishing.embedded;

import java.util.List;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Section;

/** What a client says of itself beyond the plain header (RFC 6891): at most one OPT record. */
record Edns(List<OPTRecord> options) {

    /** Larger datagrams get fragmented on their way, and fragments get lost (DNS flag day 2020). */
    private static final int LARGEST_DATAGRAM = 1232;

    /** What every client takes (RFC 1035 §4.2.1). */
    private static final int SMALLEST_DATAGRAM = 512;

    private static final int VERSION = 0;
    private static final int DO = 1 << 15;

    static Edns of(Message query) {
        return new Edns(query.getSection(Section.ADDITIONAL).stream()
                .filter(OPTRecord.class::isInstance)
                .map(OPTRecord.class::cast)
                .toList());
    }

    /** RFC 6891 §6.1.1: more than one is a format error. */
    boolean isMalformed() {
        return options.size() > 1;
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
