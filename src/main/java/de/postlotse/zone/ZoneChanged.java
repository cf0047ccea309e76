package de.postlotse.zone;

import de.postlotse.dns.DomainName;

/**
 * The wanted MX sets of a zone have changed. Published inside the edit's transaction, so that the order to publish is
 * recorded with it or not at all. It names the zone and the version, never the change: what is published is the state
 * at the time of publishing.
 */
public record ZoneChanged(long zoneId, DomainName zone, String nameServer, long version) {}
