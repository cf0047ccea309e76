package de.postlotse.lookup.resolver;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostPoll;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Asks the first resolver over TCP, without waiting for an answer before the next question is sent (RFC 7766 §6.2.1.1):
 * several times as fast as a UDP socket for each question, nothing gets lost or truncated, and the resolver sets the
 * pace. The connection is not dnsjava's, whose one thread serves the editor.
 */
final class PipelinedHostPoll implements HostPoll {

    /** How long a resolver is left alone that does not take questions over TCP, so that nobody waits for it again. */
    private static final Duration LEFT_ALONE = Duration.ofMinutes(1);

    private final List<InetSocketAddress> resolvers;
    private final Duration patience;
    private final InventedAnswers invented;
    private volatile long deafUntil = System.nanoTime();

    /** @param patience how long to wait for the connection, and for each next answer */
    PipelinedHostPoll(List<InetSocketAddress> resolvers, Duration patience, InventedAnswers invented) {
        this.invented = invented;
        this.resolvers = List.copyOf(resolvers);
        this.patience = patience;
    }

    @Override
    public Map<DomainName, HostAnswer> ask(Collection<DomainName> hosts) {
        if (hosts.size() > MOST_HOSTS) {
            throw new IllegalArgumentException(hosts.size() + " hosts");
        }
        if (hosts.isEmpty()
                || resolvers.isEmpty()
                || invented.areAnsweredBy(resolvers.getFirst())
                || System.nanoTime() - deafUntil < 0) {
            return Map.of();
        }
        Pipeline pipeline = new Pipeline(hosts, patience);
        Map<DomainName, HostAnswer> answers = pipeline.run(resolvers.getFirst());
        if (pipeline.isClosedToUs()) {
            deafUntil = System.nanoTime() + LEFT_ALONE.toNanos();
        }
        return answers;
    }
}
