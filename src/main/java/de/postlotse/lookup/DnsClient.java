package de.postlotse.lookup;

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
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.WireParseException;

/**
 * Sends one question to one server, once, over UDP and, where the answer is truncated, again over TCP (RFC 7766 §5).
 * What comes back runs on a virtual thread: dnsjava has one thread for all sockets, and who holds that one holds every
 * look-up. The time-out is dnsjava's own and comes late under load, so that who asks keeps a {@link Timer} of its own.
 */
final class DnsClient {

    /** Passes every path without fragments (DNS flag day 2020). */
    private static final int UDP_PAYLOAD = 1232;

    static final Executor THREADS = Thread.ofVirtual().name("dns-", 0)::start;

    /** What became of the sending: a reply, or a message that was not the answer to the question. */
    record Sent(Reply reply, boolean garbled) {}

    /** Completes on a virtual thread and never exceptionally. */
    CompletableFuture<Sent> send(InetSocketAddress server, Question question, Duration patience) {
        try {
            SimpleResolver resolver = new SimpleResolver(server);
            resolver.setTimeout(patience);
            resolver.setEDNS(0, UDP_PAYLOAD, 0, List.of());
            return resolver.sendAsync(question.toMessage(), THREADS)
                    .thenApply(message -> new Sent(Reply.of(message, question), false))
                    .toCompletableFuture()
                    .exceptionallyAsync(DnsClient::failure, THREADS);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(failure(e));
        }
    }

    private static Sent failure(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return switch (cause) {
            // Also a SocketTimeoutException
            case InterruptedIOException e -> new Sent(new Reply.Failed(Cause.TIMEOUT), false);
            // A wrong id or question, or a TCP connection that ended: perhaps not even from the server
            case WireParseException e -> new Sent(new Reply.Failed(Cause.SERVER_FAILURE), true);
            case EOFException e -> new Sent(new Reply.Failed(Cause.SERVER_FAILURE), true);
            case IOException e -> new Sent(new Reply.Failed(Cause.UNREACHABLE), false);
            default -> new Sent(new Reply.Failed(Cause.SERVER_FAILURE), true);
        };
    }
}
