package de.postlotse.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The links that are good, in the store; each statement is a transaction of its own. */
@Component
class ReportLinkStore {

    private final JdbcClient store;

    ReportLinkStore(JdbcClient store) {
        this.store = store;
    }

    /** @return its number */
    long add(long zoneId, String customer, Instant until, String createdBy, Instant now) {
        KeyHolder key = new GeneratedKeyHolder();
        store.sql("""
                        insert into report_link (zone_id, customer, valid_until, created_by, created_at)
                        values (?, ?, ?, ?, ?)""")
                .params(zoneId, customer, time(until), createdBy, time(now))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    Optional<ReportLink> find(long id) {
        return store.sql("select * from report_link where id = ?")
                .param(id)
                .query(ReportLinkStore::link)
                .optional();
    }

    List<ReportLink> valid(long zoneId, Instant now) {
        return store.sql("select * from report_link where zone_id = ? and valid_until > ? order by id desc")
                .params(zoneId, time(now))
                .query(ReportLinkStore::link)
                .list();
    }

    /** @return whether there was one */
    boolean delete(long zoneId, long id) {
        return store.sql("delete from report_link where zone_id = ? and id = ?")
                        .params(zoneId, id)
                        .update()
                > 0;
    }

    void deleteExpired(Instant now) {
        store.sql("delete from report_link where valid_until <= ?")
                .param(time(now))
                .update();
    }

    private static ReportLink link(ResultSet row, int number) throws SQLException {
        return new ReportLink(
                row.getLong("id"),
                row.getLong("zone_id"),
                row.getString("customer"),
                row.getObject("valid_until", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
