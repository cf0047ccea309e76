package de.postlotse.notice;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.ChangeRecorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The notices in the store. Each of its statements names the customer whose they are. */
@Component
class NoticeStore {

    private final JdbcClient store;

    NoticeStore(JdbcClient store) {
        this.store = store;
    }

    /** @return its number */
    long add(ChangeRecorded change) {
        KeyHolder key = new GeneratedKeyHolder();
        store.sql("""
                        insert into customer_notice
                            (customer, zone_id, zone, version, kind, noticed_at, noticed_minute)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        change.customer(),
                        change.zoneId(),
                        change.zone().toString(),
                        change.version(),
                        change.kind().name(),
                        time(change.at()),
                        time(change.at().truncatedTo(ChronoUnit.MINUTES)))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** The newest unread ones, those of a minute and kind as one. */
    List<NoticeGroup> unreadGroups(String customer, int limit) {
        List<Counted> counted = store.sql("""
                        select noticed_minute, kind, count(*) as notices, max(id) as newest from customer_notice
                        where customer = ? and read_at is null
                        group by noticed_minute, kind
                        order by max(id) desc fetch first ? rows only""")
                .params(customer, limit)
                .query((row, number) -> new Counted(row.getInt("notices"), row.getLong("newest")))
                .list();
        Map<Long, Notice> newest = counted.isEmpty()
                ? Map.of()
                : store
                        .sql("select * from customer_notice where id in (:ids)")
                        .param("ids", counted.stream().map(Counted::newest).toList())
                        .query(NoticeStore::notice)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Notice::id, Function.identity()));
        return counted.stream()
                .filter(group -> newest.containsKey(group.newest()))
                .map(group -> group.with(Objects.requireNonNull(newest.get(group.newest()))))
                .toList();
    }

    List<Notice> unreadOf(String customer, long zoneId, int limit) {
        return store.sql("""
                        select * from customer_notice where customer = ? and zone_id = ? and read_at is null
                        order by id desc fetch first ? rows only""")
                .params(customer, zoneId, limit)
                .query(NoticeStore::notice)
                .list();
    }

    /** Read and unread ones from before a number, newest first. */
    List<Notice> page(String customer, @Nullable NoticeBatch batch, long before, int limit) {
        JdbcClient.StatementSpec query = store.sql("select * from customer_notice where customer = :customer"
                        + " and id < :before"
                        + (batch == null ? "" : " and noticed_minute = :minute and kind = :kind")
                        + " order by id desc fetch first :limit rows only")
                .param("customer", customer)
                .param("before", before)
                .param("limit", limit);
        return (batch == null
                        ? query
                        : query.param("minute", time(batch.minute()))
                                .param("kind", batch.kind().name()))
                .query(NoticeStore::notice)
                .list();
    }

    void markRead(String customer, long id, Instant now) {
        store.sql("update customer_notice set read_at = ? where customer = ? and id = ? and read_at is null")
                .params(time(now), customer, id)
                .update();
    }

    /** @param upTo the newest that was seen; what came since then stays */
    void markRead(String customer, NoticeBatch batch, long upTo, Instant now) {
        store.sql("""
                        update customer_notice set read_at = ?
                        where customer = ? and noticed_minute = ? and kind = ? and id <= ? and read_at is null""")
                .params(time(now), customer, time(batch.minute()), batch.kind().name(), upTo)
                .update();
    }

    void markAllRead(String customer, long upTo, Instant now) {
        store.sql("update customer_notice set read_at = ? where customer = ? and id <= ? and read_at is null")
                .params(time(now), customer, upTo)
                .update();
    }

    static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getLong("zone_id"),
                DomainName.of(row.getString("zone")),
                row.getLong("version"),
                ChangeKind.valueOf(row.getString("kind")),
                row.getObject("noticed_at", OffsetDateTime.class).toInstant(),
                row.getObject("noticed_minute", OffsetDateTime.class).toInstant(),
                row.getObject("read_at", OffsetDateTime.class) == null);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Counted(int count, long newest) {

        NoticeGroup with(Notice notice) {
            return new NoticeGroup(notice.minute(), notice.kind(), count, notice);
        }
    }
}
