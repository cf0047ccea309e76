package de.postlotse.zone;

import java.time.Instant;
import java.util.List;

/**
 * What is known over time of the servers of some zones is worse or better than before. Published inside the transaction
 * that notes it; it is old news where the zone has another version by then.
 */
public record ServersJudged(List<Judgement> judgements, Instant at) {

    public ServersJudged {
        judgements = List.copyOf(judgements);
    }

    /** @param broken whether a server of the zone cannot take mail, by the rules of the editor */
    public record Judgement(long zoneId, long version, boolean broken) {}
}
