/**
 * Name servers that take RFC 2136 dynamic updates signed with TSIG: BIND, Knot and PowerDNS.
 *
 * <p>By hand: the TCP connection, since dnsjava's {@code SimpleResolver} does not tell whether an update left; the zone
 * transfer, since dnsjava's {@code ZoneTransferIn} tells a refusal only as text, before it has checked the signature,
 * reads over a connection of its own and keeps no bound on size.
 */
@NullMarked
package de.postlotse.publishing.dnsupdate;

import org.jspecify.annotations.NullMarked;
