package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import org.jspecify.annotations.Nullable;

/**
 * The zone that an edit is meant for.
 *
 * @param revision the {@link ZoneSnapshot#revision} that the editor has seen, or null where it does not matter
 */
public record EditedZone(DomainName zone, @Nullable String revision) {}
