package de.postlotse.support.web;

import de.postlotse.dns.DomainName;
import de.postlotse.support.FoundZone;
import de.postlotse.support.FoundZones;
import de.postlotse.zone.ZoneLine;
import de.postlotse.zone.ZonePage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of zones of all customers, as shown. */
record FoundZonesView(List<Line> lines, boolean tooMany, FoundZone.@Nullable Cursor next) {

    /**
     * @param match the name of a {@link de.postlotse.support.Match}, or null where nothing was looked for
     * @param detail the host, where it was found by one
     */
    record Line(
            String name,
            String shownName,
            String customer,
            String mailState,
            @Nullable String match,
            String detail) {

        public String shownDetail() {
            return detail.isEmpty() ? "" : DomainName.of(detail).toUnicode();
        }

        static Line of(ZoneLine zone, @Nullable String match, String detail) {
            return new Line(
                    zone.name().toString(),
                    zone.name().toUnicode(),
                    zone.customer(),
                    zone.mailState().name(),
                    match,
                    detail);
        }
    }

    public boolean hasMatches() {
        return lines.stream().anyMatch(line -> line.match() != null);
    }

    static FoundZonesView of(ZonePage page) {
        ZoneLine next = page.next();
        return new FoundZonesView(
                page.lines().stream().map(zone -> Line.of(zone, null, "")).toList(),
                false,
                next == null
                        ? null
                        : new FoundZone.Cursor(0, next.attention(), next.name().toString()));
    }

    static FoundZonesView of(FoundZones found) {
        return new FoundZonesView(
                found.zones().stream()
                        .map(zone -> Line.of(zone.zone(), zone.match().name(), zone.detail()))
                        .toList(),
                found.tooMany(),
                found.next());
    }
}
