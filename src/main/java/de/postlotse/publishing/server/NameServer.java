package de.postlotse.publishing.server;

import de.postlotse.dns.DomainName;
import java.net.InetSocketAddress;
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
     * if, something differed; otherwise nothing is sent. The permit is asked after the server's state was looked at
     * and right before the change is sent; where the server can compare and set, a change by anybody in between makes
     * this one fail.
     *
     * @throws ChangedElsewhereException where the server holds neither what it was last seen to hold nor what is wanted
     * @throws NameServerException where the server does not serve the zone, cannot be reached or refuses the change, or
     *     where the permit is refused
     */
    void replaceMx(DomainName zone, MxReplacement replacement);

    /** How many zones can be under way to the server at once without it getting slower or failing. */
    int concurrentWriters();

    /**
     * Tries at the start whether the server can be reached and takes our key, and changes nothing.
     *
     * @throws NameServerException whose message names the property to mend
     */
    void probe();

    /** Whether it stands for every name server that its zones name: only where it is there for trying things out. */
    default boolean standsForAll() {
        return false;
    }
}
