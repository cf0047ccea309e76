package de.postlotse.publishing.proof;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Replied;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.WireParseException;

/** Asks name servers over DNS as the world does, without recursion, and reads what they answer. */
final class NameServerQuestions {

    /** Passes every path without fragments (DNS flag day 2020). */
    private static final int UDP_PAYLOAD = 1232;

    /** dnsjava has one thread for all sockets; what follows on an answer must not hold it. */
    private static final Executor THREADS = Thread.ofVirtual().name("proof-", 0)::start;

    private NameServerQuestions() {}

    /** Completes exceptionally where no reply came in time; dnsjava's own time-out comes late under load. */
    static CompletableFuture<Message> ask(InetSocketAddress server, DomainName name, int type, Duration patience) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(patience);
        resolver.setEDNS(0, UDP_PAYLOAD, 0, List.of());
        Record question = Record.newRecord(name.toName(), type, DClass.IN);
        Message query = Message.newQuery(question);
        query.getHeader().unsetFlag(Flags.RD);
        return resolver.sendAsync(query, THREADS)
                .toCompletableFuture()
                .thenCompose(message -> Replied.to(question, message)
                        ? CompletableFuture.completedFuture(message)
                        : CompletableFuture.failedFuture(new WireParseException("no reply to " + question)))
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the server speaks for the zone (RFC 1035 §4.1.1, AA). */
    static boolean isAuthoritative(Message answer) {
        boolean spoke = answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN;
        return spoke && answer.getHeader().getFlag(Flags.AA);
    }

    static Optional<SOARecord> soa(Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .findFirst();
    }

    static List<DomainName> nameServers(Message answer, DomainName zone) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(record -> record instanceof NSRecord && record.getName().equals(zone.toName()))
                .map(record -> DomainName.of(((NSRecord) record).getTarget()))
                .sorted()
                .toList();
    }

    /** The MX set of the owner itself; what an alias leads to is not its own. */
    static Optional<MxSet> mx(Message answer, DomainName owner) {
        return MxSet.in(answer.getSection(Section.ANSWER), owner);
    }
}
