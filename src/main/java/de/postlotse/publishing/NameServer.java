package de.postlotse.publishing;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Optional;

/**
 * A name server that zones live on. Postlotse owns the MX record sets of a zone and nothing else of it, so that is all
 * that an implementation may change.
 */
public interface NameServer {

    /** The name under which zones refer to this server, as configured. */
    String id();

    /** Where the server answers questions over DNS (UDP and TCP). */
    InetSocketAddress dnsAddress();

    /** The deepest zone that this server serves at or above the name, as far as it can tell without asking around. */
    Optional<DomainName> enclosing(DomainName name);

    /**
     * Reads the MX sets that the server holds for a zone, to compare or to take the zone over. Sets at or below a
     * delegation are not the zone's own and are left out.
     *
     * @throws NameServerException where the server does not serve the zone or cannot be reached
     */
    ServedZone read(DomainName zone);

    /**
     * Brings the zone's MX sets to the wanted state in one step: sets that are not wanted any more are removed, nobody
     * ever sees a mixture, and everything else in the zone stays as it is. The serial is raised (RFC 1982) if, and only
     * if, something differed.
     *
     * @param lastServed what the server was last seen to hold. A server that holds neither that nor the wanted state was
     *     changed by somebody else
     * @throws NameServerException where the server does not serve the zone, cannot be reached or refuses the change, or
     *     where somebody else changed the zone
     */
    void replaceMx(DomainName zone, Collection<MxSet> lastServed, Collection<MxSet> wanted);
}
