package de.postlotse.publishing;

import de.postlotse.zone.ZoneSnapshot;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;

/** Shows where the name servers of a zone stand right now. */
@Service
public class NameServerSightings {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final NameServers nameServers;
    private final Survey survey;

    NameServerSightings(NameServers nameServers, Survey survey) {
        this.nameServers = nameServers;
        this.survey = survey;
    }

    /** Asks all of them at the same time; nothing where the zone's own name server is not configured any more. */
    public List<NameServerSighting> of(ZoneSnapshot zone) {
        return nameServers
                .find(zone.nameServer())
                .map(server -> survey.look(zone, server, PATIENCE))
                .orElse(List.of());
    }
}
