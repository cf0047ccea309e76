package de.postlotse.publishing.proof;

import de.postlotse.publishing.server.NameServers;
import de.postlotse.zone.ZoneSnapshot;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows where the name servers of a zone stand right now. */
@Service
public record NameServerStatuses(NameServers nameServers, PropagationCheck propagation) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Asks all of them at the same time; nothing where the zone's own name server is not configured any more. */
    public List<Status> of(ZoneSnapshot zone) {
        return nameServers
                .find(zone.nameServer())
                .map(server -> propagation.look(zone, server, PATIENCE))
                .orElse(List.of());
    }

    /**
     * How one of the name servers that a zone names stands.
     *
     * @param server its host name, or the name under which it is configured where the zone does not name it
     * @param address where it was asked; null where it was not
     * @param serial the SOA serial it answered with, an unsigned 32-bit number
     * @param oldUntil when it fetches the zone by itself at the latest (SOA refresh, RFC 1035 §3.3.13), where it is old
     */
    public record Status(
            String server,
            @Nullable InetSocketAddress address,
            State state,
            @Nullable Long serial,
            @Nullable Instant oldUntil) {

        /** What was seen. */
        public enum State {
            /** It answers with the wanted MX sets. */
            CURRENT,
            /** It answers with an older serial and has not fetched the zone yet. */
            OLD,
            /** It is not older, and answers with other MX sets. */
            DIFFERENT,
            /** It does not answer. */
            SILENT,
            /** It answers, but not for this zone. */
            NOT_SERVING,
            /** It has no address that may be asked from here. */
            NOT_ASKED
        }
    }
}
