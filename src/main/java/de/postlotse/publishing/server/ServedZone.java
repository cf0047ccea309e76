package de.postlotse.publishing.server;

import de.postlotse.dns.MxSet;
import java.util.List;

/**
 * A zone's MX sets as a name server holds them.
 *
 * @param serial the SOA serial, an unsigned 32-bit number (RFC 1035 §3.3.13)
 */
public record ServedZone(long serial, List<MxSet> mxSets) {

    public ServedZone {
        mxSets = List.copyOf(mxSets);
    }
}
