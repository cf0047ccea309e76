package de.postlotse.zone;

import java.time.Instant;

/**
 * A name server has not taken the wanted state of a zone yet.
 *
 * @param problem a stable code; its message is in the message files under {@code publication.problem.<code>}
 * @param attempts failed attempts since the last success
 */
public record ZoneNotServed(long zoneId, String problem, Instant at, int attempts, Instant nextAttempt) {}
