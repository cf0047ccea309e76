package de.postlotse.desk.search;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.list.ZoneLine;

/**
 * A zone and why it was found.
 *
 * @param detail the host, where it was found by one; else empty
 */
public record FoundZone(ZoneLine zone, By match, String detail) {

    /** The line of a list behind which a page starts. */
    public record Cursor(int place, int attention, String name) {}

    public Cursor cursor() {
        return new Cursor(match.place(), zone.health().place(), zone.name().toString());
    }

    public String shownDetail() {
        return detail.isEmpty() ? "" : DomainName.of(detail).toUnicode();
    }

    /** Why a zone was found, with what is the surest sign first. */
    public enum By {
        /** Its name is what was looked for. */
        DOMAIN(0),
        /** The name that was looked for lies in it. */
        DOMAIN_ABOVE(1),
        CUSTOMER(2),
        /** One of its MX records names the host. */
        SERVER(2),
        /** One of its MX records names a host that has the address. */
        ADDRESS(2),
        PART_OF_DOMAIN(3),
        START_OF_CUSTOMER(3),
        PART_OF_SERVER(3);

        private final int place;

        By(int place) {
            this.place = place;
        }

        /** Zones that were found for equally good reasons are listed worst first. */
        int place() {
            return place;
        }
    }
}
