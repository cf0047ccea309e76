package de.postlotse.zone;

import de.postlotse.dns.DomainName;

/** A zone as a line of a list. */
public record ZoneLine(long id, DomainName name, String customer, MailState mailState, int attention) {}
