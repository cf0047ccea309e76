package de.postlotse.support.web;

import de.postlotse.support.HostUses;
import de.postlotse.support.KnownHost;
import de.postlotse.support.KnownHosts;
import de.postlotse.support.Used;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that a text means, as shown.
 *
 * @param meant the host that is meant without doubt
 * @param address the address, where that is meant
 * @param others all but that host
 */
record HostsView(@Nullable Line meant, @Nullable String address, List<Line> others, boolean more) {

    /** @param condition the name of a {@link de.postlotse.zone.HostCondition}, or null as long as nothing is known */
    record Line(
            String name,
            String shownName,
            @Nullable String condition,
            @Nullable Instant since,
            List<String> addresses,
            int uses,
            boolean moreUses) {

        static Line of(KnownHost host) {
            return new Line(
                    host.name().toString(),
                    host.name().toUnicode(),
                    Optional.ofNullable(host.condition()).map(Enum::name).orElse(null),
                    host.since(),
                    host.addresses(),
                    Math.min(host.uses(), HostUses.COUNTED),
                    host.hasMoreUsesThanCounted());
        }
    }

    public boolean isEmpty() {
        return meant == null && others.isEmpty();
    }

    static HostsView of(KnownHosts hosts) {
        Used meant = hosts.meant();
        List<Line> lines = hosts.hosts().stream().map(Line::of).toList();
        return new HostsView(
                lines.stream().filter(line -> isMeant(line, meant)).findFirst().orElse(null),
                meant instanceof Used.Address address ? address.address() : null,
                lines.stream().filter(line -> !isMeant(line, meant)).toList(),
                hosts.more());
    }

    private static boolean isMeant(Line line, @Nullable Used meant) {
        return meant instanceof Used.Host host && line.name().equals(host.toString());
    }
}
