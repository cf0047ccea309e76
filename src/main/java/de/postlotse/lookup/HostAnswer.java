package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import java.net.InetAddress;
import java.util.List;

/** What DNS says of a host name: it exists, it does not, or it cannot be told now. */
public sealed interface HostAnswer {

    /**
     * The name has at least one address of its own.
     *
     * @param addresses IPv4 and IPv6 addresses, IPv4 first
     * @param complete false where one of the two address families could not be told
     */
    record Addresses(List<InetAddress> addresses, boolean complete) implements HostAnswer {

        public Addresses {
            addresses = List.copyOf(addresses);
            if (addresses.isEmpty()) {
                throw new IllegalArgumentException("no address");
            }
        }
    }

    /** The name is an alias, by CNAME or below a DNAME, and its end is a name with addresses. */
    record Alias(DomainName canonical) implements HostAnswer {}

    /** The name is an alias whose end does not exist or has no address. */
    record DanglingAlias(DomainName end) implements HostAnswer {}

    /** There is no such name (NXDOMAIN). */
    record NoSuchName() implements HostAnswer {}

    /** The name exists, but has neither an IPv4 nor an IPv6 address (NODATA). */
    record NoAddress() implements HostAnswer {}

    /** Neither yes nor no: nothing may be concluded from this answer. */
    record Unknown(Cause cause) implements HostAnswer {}

    /** Why an answer could not be had. */
    enum Cause {
        /** The resolver could not get an answer from the name's servers (SERVFAIL). */
        SERVER_FAILURE,
        /** The answer cannot be trusted: its DNSSEC signatures do not fit (RFC 8914, "DNSSEC Bogus" and its kin). */
        BOGUS,
        /** Our resolver does not want to answer us (REFUSED), or is none. */
        REFUSED,
        /** Our resolver answers names that do not exist, and this answer may be such a one. */
        INVENTED,
        /** No answer within the budget. */
        TIMEOUT,
        /** No resolver could be reached. */
        UNREACHABLE,
        /** The name is an alias, but its end cannot be told: a loop, a chain that is too long or a failure on the way. */
        ALIAS_END_UNKNOWN
    }
}
