package de.postlotse.publishing.dnsupdate;

import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.TSIGRecord;

/**
 * What a server answered.
 *
 * @param octets the message as it came, which is what the signature is about
 * @param verified whether it was signed with our key; without that it proves nothing good
 */
record Reply(Message message, byte[] octets, boolean verified) {

    int rcode() {
        return message.getHeader().getRcode();
    }

    /** What the server has against our signature (RFC 8945 §5.2); {@link Rcode#NOERROR} where it does not say. */
    int tsigError() {
        TSIGRecord tsig = message.getTSIG();
        return tsig == null ? Rcode.NOERROR : tsig.getError();
    }

    /** Whether the server did what was asked, beyond doubt. */
    boolean isProof() {
        return verified && tsigError() == Rcode.NOERROR;
    }

    @Override
    public String toString() {
        return Rcode.string(rcode()) + (verified ? "" : ", not signed");
    }
}
