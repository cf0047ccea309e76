package de.postlotse.support;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.MailState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the list of zones to look at shows, and the page of one. */
@Component
class ReviewListStore {

    private final JdbcClient store;

    ReviewListStore(JdbcClient store) {
        this.store = store;
    }

    List<FindingLine> lines(FindingQuery query) {
        return store.sql(query.sql())
                .params(query.parameters())
                .query(ReviewListStore::line)
                .list();
    }

    /** The findings of a zone, worst first, whoever looked at them. */
    List<FindingLine> of(long zoneId) {
        return store.sql("""
                        select f.zone_id, f.kind, f.subject, f.weight, f.standing, f.since, f.customer, f.name_server,
                            z.name, (select max(r.reviewed_at) from zone_review r where r.zone_id = f.zone_id) as reviewed_at
                        from zone_finding f join zone z on z.id = f.zone_id
                        where f.zone_id = ? order by f.weight, f.since, f.subject""").param(zoneId).query(ReviewListStore::line).list();
    }

    List<Incident> incidents(FindingFilter filter, Instant now, int limit) {
        StringBuilder sql = new StringBuilder("select kind, subject, zones, since from incident where 1 = 1");
        List<Object> parameters = new ArrayList<>();
        if (filter.kind() != null) {
            sql.append(" and weight = ?");
            parameters.add(filter.kind().weight());
        }
        if (filter.age() != null) {
            sql.append(" and since " + filter.age().comparison() + " ?");
            parameters.add(now.minus(filter.age().bound()).atOffset(ZoneOffset.UTC));
        }
        sql.append(" order by weight, zones desc, subject fetch first ? rows only");
        parameters.add(limit);
        return store.sql(sql.toString())
                .params(parameters)
                .query((row, number) -> new Incident(
                        FindingKind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getInt("zones"),
                        time(row, "since")))
                .list();
    }

    /** Other zones of a customer, worst first. */
    List<OtherZone> otherZones(String customer, long zoneId, int limit) {
        return store.sql("""
                        select name, attention from zone where customer = ? and id <> ?
                        order by attention, name fetch first ? rows only""")
                .params(customer, zoneId, limit)
                .query((row, number) -> new OtherZone(
                        DomainName.of(row.getString("name")), MailState.values()[row.getInt("attention")]))
                .list();
    }

    Optional<LocalDate> secondLook(long zoneId) {
        return store.sql("select due_on from second_look where zone_id = ?")
                .param(zoneId)
                .query((row, number) -> row.getObject("due_on", LocalDate.class))
                .optional();
    }

    private static FindingLine line(ResultSet row, int number) throws SQLException {
        OffsetDateTime reviewed = row.getObject("reviewed_at", OffsetDateTime.class);
        return new FindingLine(
                row.getLong("zone_id"),
                DomainName.of(row.getString("name")),
                row.getString("customer"),
                row.getString("name_server"),
                FindingKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                FindingStanding.valueOf(row.getString("standing")),
                time(row, "since"),
                toInstant(reviewed));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant toInstant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
