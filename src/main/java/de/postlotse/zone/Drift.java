package de.postlotse.zone;

import de.postlotse.dns.MxSet;
import java.time.Instant;
import java.util.List;

/**
 * What somebody else put at the name server in the place of what the store wants.
 *
 * @param found all MX sets that the name server holds
 */
public record Drift(List<MxSet> found, Instant since) {}
