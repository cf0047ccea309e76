package de.postlotse.zone.web;

import de.postlotse.zone.ZoneLine;
import de.postlotse.zone.ZonePage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list of zones, as shown. */
record ZoneListView(List<Line> lines, @Nullable ZoneLine next) {

    record Line(String name, String shownName, String customer, String mailState) {}

    static ZoneListView of(ZonePage page) {
        List<Line> lines = page.lines().stream()
                .map(zone -> new Line(
                        zone.name().toString(),
                        zone.name().toUnicode(),
                        zone.customer(),
                        zone.mailState().name()))
                .toList();
        return new ZoneListView(lines, page.next());
    }
}
