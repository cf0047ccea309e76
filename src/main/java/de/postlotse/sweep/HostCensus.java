package de.postlotse.sweep;

import de.postlotse.zone.HostCondition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many hosts there are of each condition that is believed.
 *
 * @param undecided those of which nothing was seen often enough yet
 */
public record HostCensus(Map<HostCondition, Long> hosts, long undecided) {

    /** @param condition null where nothing is believed yet */
    record Line(@Nullable HostCondition condition, long hosts) {}

    static HostCensus of(List<Line> lines) {
        Map<HostCondition, Long> hosts = new EnumMap<>(HostCondition.class);
        long undecided = 0;
        for (Line line : lines) {
            HostCondition condition = line.condition();
            if (condition == null) {
                undecided = line.hosts();
            } else {
                hosts.put(condition, line.hosts());
            }
        }
        return new HostCensus(hosts, undecided);
    }

    public long of(HostCondition condition) {
        return hosts.getOrDefault(condition, 0L);
    }

    public long all() {
        return undecided + hosts.values().stream().mapToLong(Long::longValue).sum();
    }
}
