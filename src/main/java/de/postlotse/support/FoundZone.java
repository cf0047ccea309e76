package de.postlotse.support;

import de.postlotse.zone.ZoneLine;

/**
 * A zone and why it was found.
 *
 * @param detail the host, where it was found by one; else empty
 */
public record FoundZone(ZoneLine zone, Match match, String detail) {

    /** The line of a list behind which a page starts. */
    public record Cursor(int place, int attention, String name) {}

    public Cursor cursor() {
        return new Cursor(match.place(), zone.attention(), zone.name().toString());
    }
}
