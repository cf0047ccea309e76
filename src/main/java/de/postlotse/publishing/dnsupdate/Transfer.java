package de.postlotse.publishing.dnsupdate;

import java.io.IOException;
import java.util.List;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.WireParseException;

/** A zone transfer on its way (RFC 5936): begins and ends with the same SOA, within bounds of size and time. */
final class Transfer {

    private static final long MOST_OCTETS = 256L << 20;

    private final ZoneContent content;
    private final long end;
    private long octets;
    private boolean complete;

    /** @param end when it has to be complete, as {@link System#nanoTime()} tells it */
    Transfer(ZoneContent content, long end) {
        this.content = content;
        this.end = end;
    }

    boolean isComplete() {
        return complete;
    }

    /** @throws IOException where the message is not signed, does not fit or is one too many */
    void accept(Message message, byte[] wire, TSIG.StreamVerifier verifier) throws IOException {
        octets += wire.length;
        if (octets > MOST_OCTETS || System.nanoTime() > end) {
            throw new WireParseException("the zone is too large or its transfer too slow");
        }
        List<Record> records = message.getSection(Section.ANSWER);
        if (message.getHeader().getRcode() != Rcode.NOERROR || records.isEmpty()) {
            throw new WireParseException("the zone transfer broke off");
        }
        if (verifier.verify(message, wire, records.getLast() instanceof SOARecord) != Rcode.NOERROR) {
            throw new WireParseException("the zone transfer is not signed with the key");
        }
        for (Record record : records) {
            accept(record);
        }
    }

    private void accept(Record record) throws WireParseException {
        if (complete) {
            throw new WireParseException("the zone transfer goes on after its end");
        }
        if (record instanceof SOARecord soa && content.hasSoa()) {
            if (soa.getSerial() != content.soa().getSerial()) {
                throw new WireParseException("the zone changed during its transfer");
            }
            complete = true;
        } else {
            content.accept(record);
        }
    }
}
