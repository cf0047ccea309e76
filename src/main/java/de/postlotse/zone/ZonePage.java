package de.postlotse.zone;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of zones.
 *
 * @param next where the next page starts, or null at the end
 */
public record ZonePage(List<ZoneLine> lines, @Nullable ZoneLine next) {

    public static final int SIZE = 50;
}
