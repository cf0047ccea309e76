package de.postlotse.zone;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.store.StorableText;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.Locale;
import org.springframework.data.jpa.domain.Specification;

/** The one place that limits what a caller sees; every query on behalf of somebody starts with it. */
public final class ZoneScope {

    private static final char ESCAPE = '\\';

    private ZoneScope() {}

    public static Specification<Zone> visibleTo(Caller caller) {
        return (zone, query, builder) -> caller.onlyCustomer()
                .map(customer -> builder.equal(zone.get("customer"), customer))
                .orElseGet(builder::conjunction);
    }

    /** The same for a zone that was read by its name. */
    static boolean isVisible(Zone zone, Caller caller) {
        return caller.onlyCustomer().map(zone.customer()::equals).orElse(true);
    }

    /**
     * Zones whose name or one of whose MX hosts contains the text, or that belong to the customer number. Reads all
     * zones that the caller sees.
     */
    public static Specification<Zone> matching(String typed, String aLabels) {
        String text = StorableText.withoutNul(typed);
        return (zone, query, builder) -> {
            String pattern = "%" + escaped(aLabels) + "%";
            Subquery<Integer> hosts = query.subquery(Integer.class);
            Root<Zone> same = hosts.correlate(zone);
            hosts.select(builder.literal(1))
                    .where(like(builder, same.join("rows").get("target").as(String.class), pattern));
            return builder.or(
                    like(builder, zone.get("name").as(String.class), pattern),
                    like(builder, zone.get("unicodeName"), "%" + escaped(text) + "%"),
                    builder.equal(zone.get("customer"), text),
                    builder.exists(hosts));
        };
    }

    /** The lines that follow the given one in the order of lists: worst first, then by name. */
    public static Specification<Zone> after(int health, DomainName name) {
        return (zone, query, builder) -> builder.or(
                builder.greaterThan(zone.get("health").get("place"), health),
                builder.and(
                        builder.equal(zone.get("health").get("place"), health),
                        builder.greaterThan(zone.get("name").as(String.class), name.toString())));
    }

    public static Specification<Zone> of(ZoneHealth.Health health) {
        return (zone, query, builder) -> builder.equal(zone.get("health").get("place"), health.ordinal());
    }

    private static Predicate like(
            CriteriaBuilder builder, jakarta.persistence.criteria.Expression<String> column, String pattern) {
        return builder.like(column, pattern, ESCAPE);
    }

    private static String escaped(String text) {
        return StorableText.escapedForLike(text.toLowerCase(Locale.ROOT));
    }
}
