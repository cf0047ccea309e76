package de.postlotse.support;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.MailState;

/** Another zone of the same customer. */
public record OtherZone(DomainName name, MailState mailState) {}
