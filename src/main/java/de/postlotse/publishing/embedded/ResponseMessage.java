package de.postlotse.publishing.embedded;

import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;

/** Builds the messages that go back. */
final class ResponseMessage {

    private ResponseMessage() {}

    /** A response that repeats the question, also in its letters' case, and says nothing yet. */
    static Message empty(Message query, int rcode) {
        Header header = new Header(query.getHeader().getID());
        header.setFlag(Flags.QR);
        header.setOpcode(query.getHeader().getOpcode());
        header.setRcode(rcode & 0xF);
        if (query.getHeader().getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        Message response = new Message();
        response.setHeader(header);
        query.getSection(Section.QUESTION).stream()
                .limit(1)
                .forEach(question -> response.addRecord(question, Section.QUESTION));
        return response;
    }

    /**
     * The response's octets, together with the answer to EDNS. What does not fit goes without its additional records,
     * unless a delegation needs them (RFC 9471 §3.1); if that is too large as well, TC sends the client to TCP. It would
     * have to throw away half an answer anyway (RFC 2181 §9).
     */
    static byte[] fit(Message response, Responder.Edns edns, int rcode, int limit) {
        boolean referral = !response.getHeader().getFlag(Flags.AA);
        byte[] whole = render(response, edns, rcode);
        if (whole.length > limit && !referral) {
            response.removeAllRecords(Section.ADDITIONAL);
            whole = render(response, edns, rcode);
        }
        if (whole.length > limit) {
            response.removeAllRecords(Section.ANSWER);
            response.removeAllRecords(Section.AUTHORITY);
            response.removeAllRecords(Section.ADDITIONAL);
            response.getHeader().setFlag(Flags.TC);
            whole = render(response, edns, rcode);
        }
        return whole;
    }

    private static byte[] render(Message response, Responder.Edns edns, int rcode) {
        Message complete = response.clone();
        edns.answerIn(complete, rcode);
        return complete.toWire();
    }
}
