package de.postlotse.zone;

import de.postlotse.dns.DomainName;

/** A zone whose name servers do not all answer with what the store wants, as a line of a list. */
public record WaitingZone(long id, DomainName name, String customer, String nameServer, Publication publication) {}
