package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Tells which zones we publish ourselves and which name server to ask about them. */
public interface OwnNameServers {

    /**
     * The deepest zone of ours at or above the name, if any. Called for each look-up on a thread of its own, so outside
     * of the caller's transaction.
     */
    Optional<OwnZone> enclosing(DomainName name);

    /**
     * A zone that we publish.
     *
     * @param server the name server that answers for it authoritatively
     */
    record OwnZone(DomainName apex, InetSocketAddress server) {}
}
