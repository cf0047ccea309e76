package de.postlotse.zone.list;

import de.postlotse.zone.ZoneHealth.Health;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many zones of a customer there are of each health. */
public record HealthCounts(Map<Health, Long> each) {

    static HealthCounts of(List<HealthCount> counts) {
        Map<Health, Long> each = new EnumMap<>(Health.class);
        counts.forEach(count -> each.put(Health.values()[count.place()], count.zones()));
        return new HealthCounts(each);
    }

    public long of(Health health) {
        return each.getOrDefault(health, 0L);
    }

    public long broken() {
        return of(Health.BROKEN);
    }

    public long all() {
        return each.values().stream().mapToLong(Long::longValue).sum();
    }
}
