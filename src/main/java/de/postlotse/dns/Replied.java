package de.postlotse.dns;

import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;

/** What counts as a reply of a name server; anything else says nothing, neither yes nor no. */
public final class Replied {

    private Replied() {}

    /** Whether a message is a reply to the question (RFC 5452 §9.1); one that reports a failure may leave the question out. */
    public static boolean to(Record question, Message message) {
        Record repeated = message.getQuestion();
        boolean same = repeated == null
                ? message.getRcode() != Rcode.NOERROR && message.getRcode() != Rcode.NXDOMAIN
                : repeated.getType() == question.getType()
                        && repeated.getDClass() == question.getDClass()
                        && repeated.getName().equals(question.getName());
        return same
                && message.getHeader().getFlag(Flags.QR)
                && message.getHeader().getOpcode() == Opcode.QUERY;
    }
}
