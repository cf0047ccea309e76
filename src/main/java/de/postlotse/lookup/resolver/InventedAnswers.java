package de.postlotse.lookup.resolver;

import de.postlotse.lookup.HostAnswer.Cause;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Record;

/** Which resolvers answer names that do not exist, as providers do that show a search page instead. */
final class InventedAnswers {

    private final Set<InetSocketAddress> resolvers = ConcurrentHashMap.newKeySet();

    /** @return whether that is news */
    boolean note(InetSocketAddress resolver, boolean invents) {
        return invents ? resolvers.add(resolver) : resolvers.remove(resolver);
    }

    boolean areAnsweredBy(InetSocketAddress resolver) {
        return resolvers.contains(resolver);
    }

    /** What was heard, as far as it can be believed of this resolver: "exists" is none of that. */
    DnsClient.Sent doubt(InetSocketAddress resolver, DnsClient.Sent sent) {
        boolean doubtful = areAnsweredBy(resolver) && hasAddress(sent.reply());
        return doubtful ? new DnsClient.Sent(new DnsReply.Failed(Cause.INVENTED), false) : sent;
    }

    static boolean hasAddress(DnsReply reply) {
        return reply instanceof DnsReply.Answer answer
                && answer.records().stream().anyMatch(InventedAnswers::isAddress);
    }

    private static boolean isAddress(Record record) {
        return record instanceof ARecord || record instanceof AAAARecord;
    }
}
