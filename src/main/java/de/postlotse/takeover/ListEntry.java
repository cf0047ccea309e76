package de.postlotse.takeover;

import de.postlotse.dns.DomainName;

/** A zone to take over and the customer that it belongs to. */
public record ListEntry(DomainName zone, String customer) {}
