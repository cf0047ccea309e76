package de.postlotse.zone;

import de.postlotse.dns.DomainName;

/**
 * A line of the history of some zone.
 *
 * @param id grows with time, for going from page to page
 * @param customer whose zone it is now
 */
public record RecentChange(long id, long zoneId, DomainName zone, String customer, HistoryEntry entry) {}
