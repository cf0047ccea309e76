package de.postlotse.zone.history;

import de.postlotse.dns.DomainName;
import de.postlotse.store.StorableText;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.MxLines;
import de.postlotse.zone.ZoneChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which lines of a history somebody wants to see; null where any will do.
 *
 * @param person a user name, {@link #CUSTOMER} or {@link #STAFF}
 * @param from the first moment that counts
 * @param until the first moment that counts no more
 */
public record HistoryFilter(
        @Nullable DomainName owner,
        @Nullable ChangeKind kind,
        @Nullable String person,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final String CUSTOMER = "customer";
    public static final String STAFF = "staff";
    public static final HistoryFilter ALL = new HistoryFilter(null, null, null, null, null);

    private static final char ESCAPE = '\\';

    Specification<ZoneChange> lines(long zoneId, DomainName zone, long beforeVersion) {
        List<Specification<ZoneChange>> all = new ArrayList<>();
        all.add((line, query, builder) -> builder.and(
                builder.equal(line.get("zoneId"), zoneId), builder.lessThan(line.get("version"), beforeVersion)));
        if (owner != null) {
            all.add(concerning(owner.relativeTo(zone)));
        }
        if (kind != null) {
            all.add((line, query, builder) -> builder.equal(line.get("kind"), kind));
        }
        if (person != null) {
            all.add(by(person));
        }
        if (from != null) {
            all.add((line, query, builder) -> builder.greaterThanOrEqualTo(line.get("changedAt"), from));
        }
        if (until != null) {
            all.add((line, query, builder) -> builder.lessThan(line.get("changedAt"), until));
        }
        return Specification.allOf(all);
    }

    private static Specification<ZoneChange> by(String person) {
        return switch (person) {
            case CUSTOMER -> (line, query, builder) -> builder.isNull(line.get("onBehalfOf"));
            case STAFF -> (line, query, builder) -> builder.isNotNull(line.get("onBehalfOf"));
            default -> (line, query, builder) -> builder.equal(line.get("actor"), person);
        };
    }

    /** The sets are kept as lines that begin with their owner, see {@link MxLines}. */
    private static Specification<ZoneChange> concerning(String owner) {
        String line = StorableText.escapedForLike(owner) + " %";
        return (change, query, builder) -> builder.or(
                builder.like(change.get("setsBefore"), line, ESCAPE),
                builder.like(change.get("setsBefore"), "%\n" + line, ESCAPE),
                builder.like(change.get("setsAfter"), line, ESCAPE),
                builder.like(change.get("setsAfter"), "%\n" + line, ESCAPE));
    }
}
