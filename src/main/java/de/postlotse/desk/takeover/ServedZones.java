package de.postlotse.desk.takeover;

import de.postlotse.dns.DomainName;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.ServedZone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What our name servers serve, for taking it over. */
public interface ServedZones {

    /** The names of the configured name servers, in order. */
    List<String> nameServers();

    /**
     * Reads a zone as it is served right now.
     *
     * @param nameServer the only one to ask; null where the zone is to be found
     */
    Answer ask(DomainName zone, @Nullable String nameServer);

    /** What became of the question. */
    sealed interface Answer {

        /** The zone, and the name server that it lives on. */
        record Served(String nameServer, ServedZone zone) implements Answer {}

        /**
         * No zone.
         *
         * @param nameServer the one that it failed at; null where each of them said that it does not serve the zone
         */
        record NotServed(@Nullable String nameServer, NameServerException cause) implements Answer {}
    }
}
