package de.postlotse.replacement;

import de.postlotse.dns.DomainName;

/**
 * A zone that was not changed.
 *
 * @param place its place in the replacement
 * @param status why
 */
public record LeftZone(int place, DomainName zone, String customer, ItemStatus status) {}
