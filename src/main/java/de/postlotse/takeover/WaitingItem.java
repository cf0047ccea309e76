package de.postlotse.takeover;

import de.postlotse.dns.DomainName;

/** A zone of a list that is to be taken over still. */
record WaitingItem(int place, DomainName zone, String customer) {}
