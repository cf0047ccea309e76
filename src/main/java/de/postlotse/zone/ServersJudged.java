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

    public record Judgement(long zoneId, long version, Servers servers) {}

    /** What was seen of the servers of a zone's version. */
    public enum Servers {
        /** Nobody has looked at all of them. */
        NOT_CHECKED,
        /** DNS does not tell about one of them, and of no other that it is unusable. */
        UNTOLD,
        /** Each takes mail; also where there is none. */
        USABLE,
        /** One is refused by the rules of the editor; each owner has another one left. */
        SOME_UNUSABLE,
        /** No server of an owner takes mail. */
        NONE_LEFT;

        /** Whether the rules of the editor refuse one. */
        boolean areBroken() {
            return this == SOME_UNUSABLE || this == NONE_LEFT;
        }
    }
}
