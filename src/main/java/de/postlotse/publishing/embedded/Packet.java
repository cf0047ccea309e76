package de.postlotse.publishing.embedded;

import java.util.Arrays;
import org.xbill.DNS.Header;

/** The octets that somebody sent, of which nothing is known yet but what the header's fixed places say. */
record Packet(byte[] octets) {

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
