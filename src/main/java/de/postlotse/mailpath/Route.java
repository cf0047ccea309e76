package de.postlotse.mailpath;

import de.postlotse.dns.DomainName;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The way of a mail to a domain.
 *
 * @param domain behind the @ of the recipient
 * @param steps what a sender learns first
 * @param groups all servers, best group first, those that are left out too
 * @param end what becomes of the mail
 * @param differences where Postfix would act otherwise
 */
public record Route(DomainName domain, List<Step> steps, List<Group> groups, End end, List<Difference> differences) {

    public Route {
        steps = List.copyOf(steps);
        groups = List.copyOf(groups);
        differences = List.copyOf(differences);
    }

    public Stream<Server> servers() {
        return groups.stream().flatMap(group -> group.servers().stream());
    }

    /** Whether a sender finds any server to contact, reachable or not; what Exim's address test calls routed. */
    public boolean isRouted() {
        return servers().anyMatch(server -> server.fate().isContacted());
    }

    /** Whether a large part of the senders does not deliver what the others do. */
    boolean isDisputed() {
        return differences.stream().anyMatch(found -> found.kind() == Difference.Kind.NULL_MX_BESIDE_OTHERS);
    }

    /** The addresses that a sender connects to until one answers. */
    public Stream<InetAddress> attempts() {
        return servers().flatMap(server -> server.attempted().stream());
    }
}
