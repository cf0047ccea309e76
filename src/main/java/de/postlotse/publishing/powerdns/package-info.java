/** PowerDNS Authoritative Server, through its HTTP API. */
@NullMarked
package de.postlotse.publishing.powerdns;

import org.jspecify.annotations.NullMarked;
