package de.postlotse.lookup.resolver;

import de.postlotse.dns.Replied;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * One question to a name server.
 *
 * @param recursive whether the server is to find the answer elsewhere (RFC 1034 §4.3.1): asked of resolvers, never of
 *     authoritative servers, whose own data is wanted
 */
record DnsQuestion(Name name, int type, boolean recursive) {

    boolean isAnsweredBy(Message message) {
        return Replied.to(asked(), message);
    }

    private Record asked() {
        return Record.newRecord(name, type, DClass.IN);
    }

    Message toMessage() {
        Message message = Message.newQuery(asked());
        if (!recursive) {
            message.getHeader().unsetFlag(Flags.RD);
        }
        return message;
    }
}
