package de.postlotse.desk.finding;

import de.postlotse.store.StoredTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The query for a part of the list of findings, so that an index has it in order for every filter: where the filter
 * allows for several values of a column that the index starts with, each of them is asked for on its own, and the few
 * best of all are put in order.
 */
final class FindingQuery {

    /** What the indexes hold: which lines they are is told without looking at them. */
    private static final String PLACE = "f.weight, f.since, f.zone_id, f.subject";

    private static final String LINE = """
            select d.zone_id, d.kind, d.subject, d.standing, d.since, d.customer, d.name_server, z.name as zone,
                (select max(r.reviewed_at) from zone_review r where r.zone_id = d.zone_id) as reviewed_at
            from (select * from (""";

    private static final String OF_PLACE = """
            ) f join zone_finding d on d.zone_id = f.zone_id and d.weight = f.weight and d.subject = f.subject
                join zone z on z.id = f.zone_id order by\s""";

    private final FindingFilter filter;
    private final @Nullable FindingCursor cursor;
    private final boolean backwards;
    private final boolean otherZones;
    private final Instant now;
    private final int limit;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    private FindingQuery(
            FindingFilter filter,
            @Nullable FindingCursor cursor,
            boolean backwards,
            boolean otherZones,
            Instant now,
            int limit) {
        this.filter = filter;
        this.cursor = cursor;
        this.backwards = backwards;
        this.otherZones = otherZones;
        this.now = now;
        this.limit = limit;
        write();
    }

    /** @param cursor the line behind which the part starts; null for the start of the list */
    static FindingQuery after(FindingFilter filter, @Nullable FindingCursor cursor, Instant now, int limit) {
        return new FindingQuery(filter, cursor, false, false, now, limit);
    }

    /** The nearest line of another zone. */
    static FindingQuery neighbour(FindingFilter filter, FindingCursor cursor, boolean before, Instant now) {
        return new FindingQuery(filter, cursor, before, true, now, 1);
    }

    String sql() {
        return sql.toString();
    }

    List<Object> parameters() {
        return parameters;
    }

    private void write() {
        sql.append(LINE);
        String separator = "";
        for (@Nullable String standing : standings()) {
            for (@Nullable FindingKind kind : kinds()) {
                sql.append(separator);
                part(standing, kind);
                separator = " union all ";
            }
        }
        sql.append(") f");
        order();
        sql.append(OF_PLACE).append(orderColumns());
    }

    /** Null where the index has them in order whatever their standing is. */
    private List<@Nullable String> standings() {
        if (filter.customer() != null) {
            return Arrays.asList((String) null);
        }
        if (filter.standing() != FindingFilter.Standing.ALL) {
            return new ArrayList<>(standingsOfAZone());
        }
        return filter.subject() == null && filter.nameServer() == null && filter.tld() == null
                ? Arrays.asList((String) null)
                : Stream.of(FindingStanding.values())
                        .<@Nullable String>map(Enum::name)
                        .toList();
    }

    /** Null where any will do and they need not be told apart to be in order. */
    private List<@Nullable FindingKind> kinds() {
        List<FindingKind> wanted = filter.wanted();
        boolean byAge = filter.age() != null && filter.customer() == null;
        boolean upToOne = wanted.getLast().weight() == wanted.size() - 1;
        return filter.kind() == null && filter.subject() == null && upToOne && !byAge
                ? Arrays.asList((FindingKind) null)
                : new ArrayList<>(wanted);
    }

    private void part(@Nullable String standing, @Nullable FindingKind kind) {
        sql.append("(select ").append(PLACE).append(" from zone_finding f where 1 = 1");
        if (standing != null) {
            and("f.standing = ?", standing);
        } else if (filter.standing() == FindingFilter.Standing.OPEN) {
            and("f.standing in (?, ?)", FindingStanding.OPEN.name(), FindingStanding.INCIDENT.name());
        } else if (filter.standing() == FindingFilter.Standing.REVIEWED) {
            and("f.standing = ?", FindingStanding.REVIEWED.name());
        }
        if (kind != null) {
            and("f.weight = ?", kind.weight());
        } else if (filter.wanted().size() < FindingKind.values().length) {
            and("f.weight <= ?", filter.wanted().getLast().weight());
        }
        if (kind != null && filter.subject() != null) {
            and("f.kind = ? and f.subject = ?", kind.name(), filter.subject());
        }
        andWhereGiven("f.customer = ?", filter.customer());
        andWhereGiven("f.name_server = ?", filter.nameServer());
        andWhereGiven("f.tld = ?", filter.tld());
        if (filter.age() != null) {
            and(
                    "f.since " + filter.age().comparison() + " ?",
                    StoredTime.of(now.minus(filter.age().bound())));
        }
        if (filter.listsEachZoneOnce()) {
            worstOfItsZone();
        }
        if (cursor != null) {
            from(cursor, kind);
        }
        order();
        sql.append(")");
    }

    /** A zone has few findings, so that they are looked at one by one. */
    private void worstOfItsZone() {
        sql.append(" and not exists (select 1 from zone_finding w where w.zone_id = f.zone_id")
                .append(" and (w.weight, w.since, w.subject) < (f.weight, f.since, f.subject) and w.weight in (")
                .append(filter.wanted().stream()
                        .map(kind -> Integer.toString(kind.weight()))
                        .collect(Collectors.joining(", ")))
                .append(")");
        List<String> standings = standingsOfAZone();
        if (!standings.isEmpty()) {
            and(
                    "w.standing in (" + String.join(", ", Collections.nCopies(standings.size(), "?")) + ")",
                    standings.toArray());
        }
        andWhereGiven("w.subject = ?", filter.subject());
        if (filter.age() != null) {
            and(
                    "w.since " + filter.age().comparison() + " ?",
                    StoredTime.of(now.minus(filter.age().bound())));
        }
        sql.append(")");
    }

    private List<String> standingsOfAZone() {
        return switch (filter.standing()) {
            case OPEN ->
                filter.resolvesIncidents()
                        ? List.of(FindingStanding.OPEN.name(), FindingStanding.INCIDENT.name())
                        : List.of(FindingStanding.OPEN.name());
            case REVIEWED -> List.of(FindingStanding.REVIEWED.name());
            case ALL -> List.of();
        };
    }

    private void from(FindingCursor place, @Nullable FindingKind kind) {
        String beyond = backwards ? " < " : " > ";
        if (kind == null) {
            and(
                    "(f.weight, f.since, f.zone_id, f.subject)" + beyond
                            + "(cast(? as integer), cast(? as timestamp with time zone), cast(? as bigint), cast(? as varchar))",
                    place.weight(),
                    StoredTime.of(place.since()),
                    place.zoneId(),
                    place.subject());
        } else if (kind.weight() == place.weight()) {
            and(
                    "(f.since, f.zone_id, f.subject)" + beyond
                            + "(cast(? as timestamp with time zone), cast(? as bigint), cast(? as varchar))",
                    StoredTime.of(place.since()),
                    place.zoneId(),
                    place.subject());
        } else if (kind.weight() > place.weight() == backwards) {
            and("1 = 0");
        }
        if (otherZones) {
            and("f.zone_id <> ?", place.zoneId());
        }
    }

    private void and(String condition, Object... values) {
        sql.append(" and ").append(condition);
        parameters.addAll(List.of(values));
    }

    private void andWhereGiven(String condition, @Nullable String value) {
        if (value != null) {
            and(condition, value);
        }
    }

    private void order() {
        sql.append(" order by ").append(orderColumns()).append(" fetch first ? rows only");
        parameters.add(limit);
    }

    private String orderColumns() {
        String direction = backwards ? " desc" : "";
        return String.join(
                ", ",
                Stream.of(PLACE.split(", ")).map(column -> column + direction).toList());
    }
}
