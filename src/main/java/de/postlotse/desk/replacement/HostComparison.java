package de.postlotse.desk.replacement;

import de.postlotse.dns.DomainName;
import java.util.List;

/**
 * Two hosts, one of which is to be replaced by the other.
 *
 * @param own the hoster's own mail servers
 * @param refusing names of zones in which the new host is refused
 */
record HostComparison(DomainName oldHost, DomainName newHost, List<DomainName> own, List<DomainName> refusing) {}
