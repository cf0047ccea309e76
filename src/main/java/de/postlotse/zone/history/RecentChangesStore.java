package de.postlotse.zone.history;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.store.StorableText;
import de.postlotse.store.StoredTime;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.MxLines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the history across zones in plain SQL, along its index by time: it has millions of lines. */
@Component
record RecentChangesStore(JdbcClient store) {

    private static final String LINES = """
            select c.id, c.zone_id, z.name, z.customer, c.version, c.changed_at, c.kind, c.actor, c.on_behalf_of,
                c.origin, c.sets_before, c.sets_after, c.reason, c.approved_by
            from zone_change c join zone z on z.id = c.zone_id
            where\s""";

    List<RecentChanges.RecentChange> newest(RecentChanges.Filter filter, @Nullable Long before, int limit) {
        Conditions conditions = conditions(filter);
        if (before != null) {
            Optional<OffsetDateTime> at = timeOf(before);
            if (at.isEmpty()) {
                return List.of();
            }
            conditions.add("c.changed_at <= :beforeTime", "beforeTime", at.get());
            conditions.add("(c.changed_at < :beforeTime or c.id < :beforeId)", "beforeId", before);
        }
        return store.sql(LINES + conditions.sql()
                        + " order by c.changed_at desc, c.id desc fetch first :limit rows only")
                .params(conditions.values())
                .param("limit", limit)
                .query(RecentChangesStore::change)
                .list();
    }

    List<RecentChanges.RecentChange> at(Optional<String> onlyCustomer, Collection<ZoneVersion> wanted) {
        Conditions conditions = new Conditions();
        conditions.add(
                "(c.zone_id, c.version) in (:wanted)",
                "wanted",
                wanted.stream()
                        .map(line -> new Object[] {line.zoneId(), line.version()})
                        .toList());
        onlyCustomer.ifPresent(customer -> conditions.add("z.customer = :customer", "customer", customer));
        return store.sql(LINES + conditions.sql())
                .params(conditions.values())
                .query(RecentChangesStore::change)
                .list();
    }

    /** When the line was added, or the next older one where it is gone with its zone. */
    private Optional<OffsetDateTime> timeOf(long id) {
        return store.sql("select changed_at from zone_change where id <= ? order by id desc fetch first 1 row only")
                .param(id)
                .query(OffsetDateTime.class)
                .optional();
    }

    private static Conditions conditions(RecentChanges.Filter filter) {
        Conditions conditions = new Conditions();
        if (filter.from() != null) {
            conditions.add("c.changed_at >= :from", "from", StoredTime.of(filter.from()));
        }
        if (filter.until() != null) {
            conditions.add("c.changed_at < :until", "until", StoredTime.of(filter.until()));
        }
        if (filter.kind() != null) {
            conditions.add("c.kind = :kind", "kind", filter.kind().name());
        }
        if (filter.person() != null) {
            switch (filter.person()) {
                case HistoryFilter.CUSTOMER -> conditions.add("c.on_behalf_of is null");
                case HistoryFilter.STAFF -> conditions.add("c.on_behalf_of is not null");
                default -> conditions.add("c.actor = :actor", "actor", filter.person());
            }
        }
        if (filter.customer() != null) {
            conditions.add("z.customer = :customer", "customer", filter.customer());
        }
        if (filter.domain() != null) {
            addDomain(conditions, filter.domain(), filter.wholeDomain());
        }
        return conditions;
    }

    private static void addDomain(Conditions conditions, String typed, boolean whole) {
        String name = TypedName.read(typed) instanceof TypedName.Valid valid
                ? valid.name().toString()
                : typed.toLowerCase(Locale.ROOT);
        if (whole) {
            conditions.add("z.name = :domain", "domain", name);
        } else {
            conditions.add("z.name like :domain", "domain", "%" + StorableText.escapedForLike(name) + "%");
        }
    }

    private static RecentChanges.RecentChange change(ResultSet row, int number) throws SQLException {
        DomainName zone = DomainName.of(row.getString("name"));
        HistoryEntry entry = new HistoryEntry(
                row.getLong("version"),
                StoredTime.read(row, "changed_at"),
                ChangeKind.valueOf(row.getString("kind")),
                row.getString("actor"),
                row.getString("on_behalf_of"),
                row.getString("origin"),
                MxLines.read(zone, row.getString("sets_before")),
                MxLines.read(zone, row.getString("sets_after")),
                row.getString("reason"),
                row.getString("approved_by"));
        return new RecentChanges.RecentChange(
                row.getLong("id"), row.getLong("zone_id"), zone, row.getString("customer"), entry);
    }

    /** What a line has to be like, with the values that this names. */
    private static final class Conditions {

        private final List<String> all = new ArrayList<>(List.of("1 = 1"));
        private final Map<String, Object> values = new HashMap<>();

        void add(String condition) {
            all.add(condition);
        }

        void add(String condition, String name, Object value) {
            all.add(condition);
            values.put(name, value);
        }

        String sql() {
            return String.join(" and ", all);
        }

        Map<String, Object> values() {
            return values;
        }
    }
}
