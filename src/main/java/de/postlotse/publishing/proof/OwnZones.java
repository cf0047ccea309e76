package de.postlotse.publishing.proof;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.OwnNameServers;
import de.postlotse.publishing.server.NameServers;
import de.postlotse.zone.Zones;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The zones that we publish: those in the store, and those that a name server of ours knows to serve besides. */
@Component
record OwnZones(Zones zones, NameServers nameServers) implements OwnNameServers {

    @Override
    public Optional<OwnZone> enclosing(DomainName name) {
        Stream<OwnZone> managed = zones.enclosing(name).stream()
                .flatMap(home -> nameServers.find(home.nameServer()).stream()
                        .map(server -> new OwnZone(home.zone(), server.dnsAddress())));
        Stream<OwnZone> served = nameServers.enclosing(name).stream()
                .map(serving -> new OwnZone(serving.zone(), serving.server().dnsAddress()));
        return Stream.concat(managed, served)
                .max(Comparator.comparing(zone -> zone.apex().labels().size()));
    }
}
