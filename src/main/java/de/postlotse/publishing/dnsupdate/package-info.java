/** Name servers that take RFC 2136 dynamic updates signed with TSIG: BIND, Knot and PowerDNS. */
@NullMarked
package de.postlotse.publishing.dnsupdate;

import org.jspecify.annotations.NullMarked;
