package de.postlotse.lookup;

import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * Which authoritative servers of other people's zones may be asked. Their addresses come from DNS, so from anybody:
 * without this a zone could make us send packets into our own network.
 */
record AuthorityPolicy(boolean ask, int port, Predicate<InetAddress> mayBeAsked) {

    private static final int DNS_PORT = 53;

    static AuthorityPolicy onTheInternet(boolean ask) {
        return new AuthorityPolicy(ask, DNS_PORT, AddressScope::isGloballyReachable);
    }
}
