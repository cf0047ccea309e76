package de.postlotse.zone.list;

import de.postlotse.dns.TypedName;
import de.postlotse.zone.Zone;
import de.postlotse.zone.ZoneHealth.Health;
import de.postlotse.zone.ZoneScope;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * What a list of zones is narrowed to.
 *
 * @param text part of a domain or of an MX host, as U- or A-labels, or a customer number; blank for all
 * @param health only zones of this health
 */
public record ZoneSearch(String text, @Nullable Health health) {

    public static final ZoneSearch ALL = new ZoneSearch("", null);

    public boolean hasText() {
        return !TypedName.trim(text).isEmpty();
    }

    Specification<Zone> toSpecification() {
        Specification<Zone> all = Specification.unrestricted();
        if (hasText()) {
            String wanted = TypedName.trim(text);
            all = all.and(ZoneScope.matching(wanted, aLabels(wanted)));
        }
        return health == null ? all : all.and(ZoneScope.of(health));
    }

    private static String aLabels(String text) {
        return TypedName.read(text) instanceof TypedName.Valid valid
                ? valid.name().toString()
                : text;
    }
}
