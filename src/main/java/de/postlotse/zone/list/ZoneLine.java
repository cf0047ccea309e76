package de.postlotse.zone.list;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.MailRouting;
import de.postlotse.zone.MailState;
import de.postlotse.zone.Zone;
import de.postlotse.zone.ZoneHealth;

/** A zone as a line of a list. */
public record ZoneLine(
        long id, DomainName name, String customer, MailState mailState, MailRouting routing, ZoneHealth health) {

    public Cursor cursor() {
        return new Cursor(health.place(), name);
    }

    static ZoneLine of(Zone zone) {
        return new ZoneLine(zone.id(), zone.name(), zone.customer(), zone.mailState(), zone.routing(), zone.health());
    }

    /**
     * The line of a list behind which a page starts.
     *
     * @param attention the place of its health
     */
    public record Cursor(int attention, DomainName name) {}
}
