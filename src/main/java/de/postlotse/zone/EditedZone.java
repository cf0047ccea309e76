package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The zone that an edit is meant for.
 *
 * @param edit tells the edit from every other one, however often it is sent or tried
 * @param revision the {@link ZoneSnapshot#revision} that the editor has seen, or null where it does not matter
 */
public record EditedZone(
        UUID edit, DomainName zone, @Nullable String revision) {

    /** For an edit that is sent once. */
    public EditedZone(DomainName zone, @Nullable String revision) {
        this(UUID.randomUUID(), zone, revision);
    }
}
