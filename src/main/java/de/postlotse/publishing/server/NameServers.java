package de.postlotse.publishing.server;

import de.postlotse.dns.DomainName;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The configured name servers, by the name under which zones refer to them. */
@Component
public class NameServers {

    private final Map<String, NameServer> byId;

    NameServers(ObjectProvider<NameServer> builtIn, ConfiguredNameServers configured) {
        this.byId = Stream.concat(builtIn.stream(), configured.create().stream())
                .collect(Collectors.toMap(NameServer::id, Function.identity()));
    }

    public Collection<NameServer> all() {
        return byId.values();
    }

    /** @throws NameServerException where no server of that name is configured (any more) */
    public NameServer get(String id) {
        NameServer server = byId.get(id);
        if (server == null) {
            throw new NameServerException(
                    NameServerException.Reason.NOT_CONFIGURED, "no name server '" + id + "' is configured");
        }
        return server;
    }

    public Optional<NameServer> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The server with the deepest zone at or above a name, among those that know what they serve. */
    public Optional<Serving> enclosing(DomainName name) {
        return byId.values().stream()
                .flatMap(server -> server.enclosing(name).stream().map(zone -> new Serving(zone, server)))
                .max(Comparator.comparing(serving -> serving.zone().labels().size()));
    }

    public record Serving(DomainName zone, NameServer server) {}
}
