package de.postlotse.zone;

import de.postlotse.dns.MxSet;
import java.time.Instant;
import java.util.List;

/** What publishing tells about a zone. */
public sealed interface ZoneNews {

    long zoneId();

    /**
     * A name server was seen, over DNS, to answer with a version of a zone; whoever publishes tells it by this event.
     *
     * @param everywhere whether all other name servers that the zone names answer with it, too
     */
    record Served(long zoneId, long version, List<MxSet> sets, long serial, Instant at, boolean everywhere)
            implements ZoneNews {}

    /**
     * The name servers do not answer with the wanted state of a zone yet.
     *
     * @param problem a stable code; its message is in the message files under {@code publication.problem.<code>}
     * @param attempts failed attempts since the last success
     * @param overdue whether that goes on for longer than the operator puts up with
     */
    record NotServed(long zoneId, String problem, Instant at, int attempts, Instant nextAttempt, boolean overdue)
            implements ZoneNews {}

    /**
     * All MX sets of a zone were read from its name server while nothing was on its way there.
     *
     * @param overwritten whether somebody else changed the zone there in the same moment as we did, so that their change,
     *     if it was one of MX sets, is gone: nothing that was found shows it
     */
    record Compared(long zoneId, long version, List<MxSet> found, long serial, Instant at, boolean overwritten)
            implements ZoneNews {

        public Compared(long zoneId, long version, List<MxSet> found, long serial, Instant at) {
            this(zoneId, version, found, serial, at, false);
        }
    }

    /** News of some zones, to be written down together; whoever publishes tells them by this event. */
    public record Reported(List<ZoneNews> news) {

        public Reported {
            news = List.copyOf(news);
        }

        public static Reported of(ZoneNews... news) {
            return new Reported(List.of(news));
        }
    }
}
