package de.postlotse.reachability;

import de.postlotse.lookup.AddressScope;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Where a connection to an address of a mail server may go. Only tests of this package have others than the public. */
interface ConnectPolicy {

    /**
     * Port 25 of public addresses and nothing else. Customers choose the hosts: with any other door they could look
     * around in the network that this runs in.
     */
    ConnectPolicy PUBLIC = address -> AddressScope.isGloballyReachable(address)
            ? Optional.of(new InetSocketAddress(address, 25))
            : Optional.empty();

    /** What to connect to, or empty where that must not be. */
    Optional<InetSocketAddress> to(InetAddress address);
}
