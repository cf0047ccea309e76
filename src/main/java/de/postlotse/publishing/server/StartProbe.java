package de.postlotse.publishing.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Tries each configured name server at the start, so that a wrong address or key is told at once and not by the first
 * customer. One that is down for the moment must not keep the application from starting.
 */
@Component
record StartProbe(NameServers nameServers) implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(StartProbe.class);

    @Override
    public void run(ApplicationArguments arguments) {
        if (nameServers.all().isEmpty()) {
            log.warn("No name server is configured: see postlotse.name-servers in src/docs/operating.md");
        }
        nameServers
                .all()
                .forEach(server ->
                        Thread.ofVirtual().name("probe-" + server.id()).start(() -> probe(server)));
    }

    private static void probe(NameServer server) {
        try {
            server.probe();
            log.info("Name server '{}' can be reached", server.id());
        } catch (NameServerException e) {
            log.warn("Name server '{}' cannot be used: {}", server.id(), e.getMessage());
        }
    }
}
