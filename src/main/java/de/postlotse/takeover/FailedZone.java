package de.postlotse.takeover;

import de.postlotse.dns.DomainName;

/**
 * A zone of a list that could not be taken over.
 *
 * @param place its place in the list
 * @param problem the code of the reason
 */
public record FailedZone(int place, DomainName zone, String customer, String problem) {}
