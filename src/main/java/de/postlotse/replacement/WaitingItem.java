package de.postlotse.replacement;

import de.postlotse.dns.DomainName;

/**
 * A zone that is to be changed still.
 *
 * @param version at which it is to be changed, and no other
 */
record WaitingItem(int place, long zoneId, DomainName zone, long version) {}
