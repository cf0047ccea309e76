package de.postlotse.lookup.resolver;

import de.postlotse.lookup.HostAnswer.Cause;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.WireParseException;

/**
 * Sends one question to one server, once, over UDP and, where the answer is truncated, again over TCP (RFC 7766 §5).
 * What comes back runs on a virtual thread: dnsjava has one thread for all sockets, and who holds that one holds every
 * look-up. The time-out is dnsjava's own and comes late under load, so that who asks keeps a {@link Budget.Timer} of its own.
 */
final class DnsClient {

    /** Passes every path without fragments (DNS flag day 2020). */
    private static final int UDP_PAYLOAD = 1232;

    /** Questions that wait for their answers, of everybody. */
    static final AtomicInteger UNDER_WAY = new AtomicInteger();

    static final Executor THREADS = Thread.ofVirtual().name("dns-", 0)::start;

    private DnsClient() {}

    /** What became of the sending: a reply, or a message that was not the answer to the question. */
    record Sent(DnsReply reply, boolean garbled) {}

    /**
     * @param edns whether the question says what else we understand (RFC 6891); a server that it fails for is asked again
     *     without
     * @return completes on a virtual thread and never exceptionally
     */
    static CompletableFuture<Sent> send(
            InetSocketAddress server, DnsQuestion question, Duration patience, boolean edns) {
        Deadline deadline = Deadline.in(patience);
        CompletableFuture<Message> first = send(server, question, deadline, edns);
        return first.thenCompose(
                        message -> edns && mayFailForEdns(message) ? send(server, question, deadline, false) : first)
                .thenApply(message -> new Sent(DnsReply.of(message, question), !question.isAnsweredBy(message)))
                .exceptionallyAsync(DnsClient::failure, THREADS);
    }

    private static CompletableFuture<Message> send(
            InetSocketAddress server, DnsQuestion question, Deadline deadline, boolean edns) {
        try {
            SimpleResolver resolver = new SimpleResolver(server);
            resolver.setTimeout(deadline.remaining());
            resolver.setEDNS(edns ? 0 : -1, UDP_PAYLOAD, 0, List.of());
            UNDER_WAY.incrementAndGet();
            return resolver.sendAsync(question.toMessage(), THREADS)
                    .toCompletableFuture()
                    .whenComplete((answer, failure) -> UNDER_WAY.decrementAndGet());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** A server that does not know EDNS says so in one of several ways (RFC 6891 §6.2.2 and §7). */
    private static boolean mayFailForEdns(Message message) {
        return switch (message.getRcode()) {
            case Rcode.FORMERR, Rcode.NOTIMP, Rcode.BADVERS -> true;
            case Rcode.SERVFAIL -> message.getOPT() == null;
            default -> false;
        };
    }

    private static Sent failure(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return switch (cause) {
            // Also a SocketTimeoutException
            case InterruptedIOException e -> new Sent(new DnsReply.Failed(Cause.TIMEOUT), false);
            // A wrong id or question, or a TCP connection that ended: perhaps not even from the server
            case WireParseException e -> new Sent(new DnsReply.Failed(Cause.SERVER_FAILURE), true);
            case EOFException e -> new Sent(new DnsReply.Failed(Cause.SERVER_FAILURE), true);
            case IOException e -> new Sent(new DnsReply.Failed(Cause.UNREACHABLE), false);
            default -> new Sent(new DnsReply.Failed(Cause.SERVER_FAILURE), true);
        };
    }
}
