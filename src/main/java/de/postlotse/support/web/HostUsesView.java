package de.postlotse.support.web;

import de.postlotse.support.HostUse;
import de.postlotse.support.HostUsePage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of the records that name a host, as shown. */
record HostUsesView(List<Line> lines, @Nullable String next) {

    /** @param shownOwner relative to the zone, as master files write it */
    record Line(
            String zone,
            String shownZone,
            String shownOwner,
            int priority,
            String host,
            String shownHost,
            int ttl,
            String customer) {}

    static HostUsesView of(HostUsePage page) {
        List<Line> lines = page.uses().stream()
                .map(use -> new Line(
                        use.zone().toString(),
                        use.zone().toUnicode(),
                        use.owner().relativeTo(use.zone()),
                        use.preference(),
                        use.host().toString(),
                        use.host().toUnicode(),
                        use.ttl(),
                        use.customer()))
                .toList();
        return new HostUsesView(
                lines,
                Optional.ofNullable(page.next()).map(HostUse.Cursor::toString).orElse(null));
    }
}
