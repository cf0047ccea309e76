package de.postlotse.support;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the records that name a host.
 *
 * @param next where the next page starts, or null at the end
 */
public record HostUsePage(List<HostUse> uses, HostUse.@Nullable Cursor next) {

    static HostUsePage of(List<HostUse> uses, int size) {
        return uses.size() <= size
                ? new HostUsePage(uses, null)
                : new HostUsePage(uses.subList(0, size), uses.get(size - 1).cursor());
    }
}
