package de.postlotse.support;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param tooMany whether there is more than is looked at, so that one should say more
 * @param next where the next page starts, or null at the end
 */
public record FoundZones(List<FoundZone> zones, boolean tooMany, FoundZone.@Nullable Cursor next) {

    public static final FoundZones NONE = new FoundZones(List.of(), false, null);
}
