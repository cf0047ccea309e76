package de.postlotse.publishing;

import de.postlotse.dns.DomainName;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;

/** Asks name servers over DNS as the world does, without recursion. */
@Component
class NameServerQuestions {

    /** Passes every path without fragments (DNS flag day 2020). */
    private static final int UDP_PAYLOAD = 1232;

    /** dnsjava has one thread for all sockets; what follows on an answer must not hold it. */
    private static final Executor THREADS = Thread.ofVirtual().name("proof-", 0)::start;

    /** Completes exceptionally where no answer came in time; dnsjava's own time-out comes late under load. */
    CompletableFuture<Message> ask(InetSocketAddress server, DomainName name, int type, Duration patience) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(patience);
        resolver.setEDNS(0, UDP_PAYLOAD, 0, List.of());
        Message query = Message.newQuery(Record.newRecord(name.toName(), type, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        return resolver.sendAsync(query, THREADS)
                .toCompletableFuture()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
