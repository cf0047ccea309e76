package de.postlotse.mailpath;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer.Cause;
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

    /** Whether the domain's own address stands in for mail servers, where perhaps nobody takes mail (RFC 5321 §5.1). */
    boolean isImplicit() {
        return groups.stream().anyMatch(group -> group.preference() == null);
    }

    /** The addresses that a sender connects to until one answers. */
    public Stream<InetAddress> attempts() {
        return servers().flatMap(server -> server.attempted().stream());
    }

    /** What a sender learns of a domain before it looks at any server. */
    public sealed interface Step {

        /** The domain is an alias; the mail follows it. */
        record AliasFollowed(DomainName end) implements Step {}

        /** There are MX records; equal priorities are one group. */
        record MxFound(int records, int groups) implements Step {}

        /** There is no MX record, so the domain's own addresses stand in (RFC 5321 §5.1). */
        record NoMx() implements Step {}

        /** There is no such domain. */
        record NoSuchDomain() implements Step {}

        /** The question for MX records was not answered. */
        record MxUnknown(Cause cause) implements Step {}
    }

    /**
     * What Postfix does otherwise than Exim, which the route follows.
     *
     * @param hosts the servers that it is about
     */
    public record Difference(Kind kind, List<DomainName> hosts) {

        public Difference {
            hosts = List.copyOf(hosts);
        }

        /** The points on which the two disagree. */
        public enum Kind {
            /** Postfix returns all mail; Exim uses the other servers. */
            NULL_MX_BESIDE_OTHERS,
            /** Postfix warns and delivers to the address; Exim takes it for a name that does not exist. */
            ADDRESS_AS_NAME,
            /** Postfix tries the server again; Exim tries it once. */
            SAME_HOST,
            /** Postfix stops after five addresses (smtp_mx_address_limit); Exim tries all. */
            ADDRESS_LIMIT,
            /** Postfix returns the mail since it would loop; Exim keeps it. */
            SENDER_ITSELF
        }
    }
}
