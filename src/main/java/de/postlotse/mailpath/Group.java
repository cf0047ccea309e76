package de.postlotse.mailpath;

import de.postlotse.dns.Preference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Servers of the same priority: senders pick among them at random (RFC 5321 §5.1), so they have no order.
 *
 * @param preference nothing where the domain's own addresses stand in for MX records
 */
public record Group(@Nullable Preference preference, List<Server> servers) {

    public Group {
        servers = List.copyOf(servers);
    }

    Group tried() {
        return new Group(
                preference,
                servers.stream().filter(server -> server.fate() == Fate.TRIED).toList());
    }
}
