package de.postlotse.zone.health;

import de.postlotse.dns.DomainName;

/** A zone that was not looked at for some time. */
record StaleZone(long id, DomainName name) {}
