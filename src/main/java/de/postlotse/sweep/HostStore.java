package de.postlotse.sweep;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.HostCondition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hosts in the store, in plain SQL: there are millions, and hardly any of them changes. */
@Component
class HostStore {

    private static final int AT_ONCE = 1_000;
    private static final String SEPARATOR = " ";

    private final JdbcClient store;

    HostStore(JdbcClient store) {
        this.store = store;
    }

    List<HostRecord> find(Collection<DomainName> hosts) {
        List<String> names = hosts.stream().map(DomainName::toString).distinct().toList();
        List<HostRecord> found = new ArrayList<>();
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            found.addAll(store.sql("select * from mail_host where name in (:names)")
                    .param("names", names.subList(from, Math.min(names.size(), from + AT_ONCE)))
                    .query(HostStore::host)
                    .list());
        }
        return found;
    }

    static HostRecord host(ResultSet row, int number) throws SQLException {
        String addresses = row.getString("addresses");
        return new HostRecord(
                DomainName.of(row.getString("name")),
                condition(row.getString("host_condition")),
                instant(row, "since"),
                addresses.isEmpty() ? List.of() : List.of(addresses.split(SEPARATOR)),
                rumour(row),
                instant(row, "ask_again_at"));
    }

    private static @Nullable Rumour rumour(ResultSet row) throws SQLException {
        HostCondition condition = condition(row.getString("rumour"));
        Instant since = instant(row, "rumour_since");
        Instant seenAt = instant(row, "rumour_seen_at");
        return condition == null || since == null || seenAt == null
                ? null
                : new Rumour(condition, since, row.getInt("rumour_rounds"), seenAt);
    }

    private static @Nullable HostCondition condition(@Nullable String text) {
        return text == null ? null : HostCondition.valueOf(text);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
