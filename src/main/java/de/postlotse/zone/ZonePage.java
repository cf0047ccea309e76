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

    /** The page, and whether there is another one: that takes one line more than a page has. */
    public static ZonePage of(List<ZoneLine> lines) {
        return lines.size() <= SIZE
                ? new ZonePage(lines, null)
                : new ZonePage(lines.subList(0, SIZE), lines.get(SIZE - 1));
    }
}
