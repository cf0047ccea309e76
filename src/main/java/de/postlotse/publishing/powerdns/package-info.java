/**
 * PowerDNS Authoritative Server, through its HTTP API.
 *
 * <p>Spring's {@code RestClient} carries the requests; by hand is only what it does not tell: whether a request was sent
 * when no answer came.
 */
@NullMarked
package de.postlotse.publishing.powerdns;

import org.jspecify.annotations.NullMarked;
