package de.postlotse.desk.replacement;

import de.postlotse.dns.DomainName;
import de.postlotse.work.JobKind;

/**
 * A zone that is to be changed still.
 *
 * @param version at which it is to be changed, and no other
 */
record ReplacementItem(int place, long zoneId, DomainName zone, long version) implements JobKind.JobItem {}
