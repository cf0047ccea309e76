package de.postlotse.desk.takeover;

import de.postlotse.dns.DomainName;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.NameServerException.Reason;
import de.postlotse.publishing.server.NameServers;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks one name server after the other: one that is down does not hide that another serves the zone. */
@Component
class AskedNameServers implements ServedZones {

    private final NameServers nameServers;

    AskedNameServers(NameServers nameServers) {
        this.nameServers = nameServers;
    }

    @Override
    public List<String> nameServers() {
        return nameServers.all().stream().map(NameServer::id).sorted().toList();
    }

    @Override
    public Answer ask(DomainName zone, @Nullable String nameServer) {
        return nameServer == null ? search(zone) : askOnly(zone, nameServer);
    }

    private Answer askOnly(DomainName zone, String nameServer) {
        try {
            return read(zone, nameServers.get(nameServer));
        } catch (NameServerException e) {
            return new Answer.NotServed(nameServer, e);
        }
    }

    private Answer search(DomainName zone) {
        Answer.NotServed failed = new Answer.NotServed(
                null, new NameServerException(Reason.ZONE_NOT_SERVED, "no name server of ours serves " + zone));
        for (NameServer server : likeliestFirst(zone)) {
            switch (read(zone, server)) {
                case Answer.Served served -> {
                    return served;
                }
                case Answer.NotServed not -> failed = weightier(failed, not);
            }
        }
        return failed;
    }

    private List<NameServer> likeliestFirst(DomainName zone) {
        Stream<NameServer> knowing = nameServers
                .enclosing(zone)
                .filter(serving -> serving.zone().equals(zone))
                .map(NameServers.Serving::server)
                .stream();
        Stream<NameServer> others = nameServers.all().stream().sorted(Comparator.comparing(NameServer::id));
        return Stream.concat(knowing, others).distinct().toList();
    }

    private static Answer read(DomainName zone, NameServer server) {
        try {
            return new Answer.Served(server.id(), server.read(zone));
        } catch (NameServerException e) {
            return new Answer.NotServed(server.id(), e);
        }
    }

    /** A server that could not tell may still serve the zone. */
    private static Answer.NotServed weightier(Answer.NotServed before, Answer.NotServed next) {
        return next.cause().reason() == Reason.ZONE_NOT_SERVED ? before : next;
    }
}
