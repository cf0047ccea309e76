package de.postlotse.zone;

import java.time.Instant;

/**
 * The name servers do not answer with the wanted state of a zone yet.
 *
 * @param problem a stable code; its message is in the message files under {@code publication.problem.<code>}
 * @param attempts failed attempts since the last success
 * @param overdue whether that goes on for longer than the operator puts up with
 */
public record ZoneNotServed(long zoneId, String problem, Instant at, int attempts, Instant nextAttempt, boolean overdue)
        implements ZoneNews {}
